import Foundation

/// The address of a project's userinfo source, as an OpenID provider has one.
struct UserinfoAddress: Sendable, Hashable {
    let usesTLS: Bool
    /// A name, or an address without brackets.
    let host: String
    let port: Int
    /// What stands in the request line: path and query.
    let target: String
    /// What stands in the `Host` header.
    let authority: String

    /// Reads an address with `http` or `https`, or gives nil for what is none, and for one with a name and a password.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.encodedHost, !host.isEmpty,
            parts.user == nil, parts.password == nil
        else { return nil }
        usesTLS = scheme == "https"
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        port = parts.port ?? (usesTLS ? 443 : 80)
        guard (1...65_535).contains(port) else { return nil }
        let path = parts.percentEncodedPath
        target = (path.isEmpty ? "/" : path) + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
        authority = parts.port.map { "\(host):\($0)" } ?? host
    }
}
