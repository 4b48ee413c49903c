/// Which requests go through a proxy; this machine's own addresses never do.
///
/// libcurl would read the process's environment by itself and send 127.0.0.1 through a proxy too, so the choice is made here and
/// libcurl is told for each request.
package struct ProxyPolicy: Sendable, Hashable {
    private var httpProxy: String?
    private var httpsProxy: String?
    private var exceptions: [String]

    /// No proxy for any request.
    package static let none = ProxyPolicy(httpProxy: nil, httpsProxy: nil, exceptions: [])

    /// One proxy for all requests, save those to `exceptions` (hosts as in `no_proxy`).
    package static func explicit(_ url: String, except exceptions: [String] = []) -> ProxyPolicy {
        ProxyPolicy(httpProxy: url, httpsProxy: url, exceptions: exceptions)
    }

    /// The hosts that `no_proxy`, else `NO_PROXY`, spares, to be given as exceptions of another policy.
    package static func exceptions(of variables: [String: String]) -> [String] {
        let unproxied = ["no_proxy", "NO_PROXY"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
        return unproxied.unicodeScalars.split { $0 == "," || $0 == " " }.map { String($0) }
    }

    /// Whether a text is the address of a proxy: a scheme that libcurl knows or none, a host, and a port or none.
    ///
    /// > Source: curl's page for CURLOPT_PROXY
    package static func isAddress(_ text: String) -> Bool {
        let schemeEnd = Endpoint.schemeEnd(in: text)
        let scheme = schemeEnd.map { Endpoint.lowercased(String(text[..<$0.lowerBound])) }
        guard ["http", "https", "socks4", "socks4a", "socks5", "socks5h", nil].contains(scheme) else { return false }
        let rest = text.utf8[(schemeEnd?.upperBound ?? text.startIndex)...]
        let path = rest.drop { $0 != UInt8(ascii: "/") }
        return Endpoint(proxy: text) != nil && path.count <= 1 && !rest.contains { "?#".utf8.contains($0) }
    }

    /// Whether a text that is a proxy's address holds a user or a password.
    package static func holdsUser(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "@")) }

    /// The password in a proxy's address, as it is written there; nil where there is none.
    package static func password(in address: String) -> String? {
        let bytes = address.utf8
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let start = Endpoint.schemeEnd(in: address)?.upperBound ?? address.startIndex
        guard start <= at, let colon = bytes[start..<at].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return String(bytes[bytes.index(after: colon)..<at])
    }

    /// The proxies that `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` name.
    ///
    /// Capital names count too, save `HTTP_PROXY`, which a request could set in a CGI program. `exceptions` are added to `no_proxy`.
    ///
    /// > Source: curl's page for CURLOPT_PROXY, Environment variables
    package static func environment(_ variables: [String: String], except exceptions: [String] = []) -> ProxyPolicy {
        func first(_ names: String...) -> String? {
            names.lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
        }
        let all = first("all_proxy", "ALL_PROXY")
        return ProxyPolicy(
            httpProxy: first("http_proxy") ?? all,
            httpsProxy: first("https_proxy", "HTTPS_PROXY") ?? all,
            exceptions: Self.exceptions(of: variables) + exceptions
        )
    }

    /// The proxy for a request to `endpoint`, or nil where it goes straight there.
    func proxy(for endpoint: Endpoint) -> String? {
        guard let proxy = endpoint.isTLS ? httpsProxy : httpProxy else { return nil }
        if endpoint.isLoopback || exceptions.contains(where: { covers($0, endpoint.host) }) { return nil }
        return proxy
    }

    /// Whether an entry of `no_proxy` means this host: `*`, an IPv4 block, an address, or a name and all below it.
    private func covers(_ entry: String, _ host: String) -> Bool {
        if entry == "*" { return true }
        if let block = IPv4Block(entry), let address = IPv4Block(host) { return block.contains(address) }
        var name = Endpoint.lowercased(entry)
        if name.hasPrefix("[") && name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
        if name.hasPrefix(".") { name.removeFirst() }
        let host = Endpoint.lowercased(host)
        return !name.isEmpty && (host == name || host.hasSuffix("." + name))
    }
}

extension CurlOptions {
    /// The proxy for a request to `endpoint`, or nil where it goes straight there.
    ///
    /// A host that is pinned to this machine is this machine.
    func proxy(for endpoint: Endpoint) -> String? {
        let pin = pins.first { $0.covers(endpoint) }
        if let pin, LoopbackHost.includes(pin.address) { return nil }
        return proxy.proxy(for: endpoint)
    }

    /// The proxy for a request to an address, with what it may hold of user and password; nil where it goes straight there.
    package func proxy(forURL url: String) -> String? { Endpoint(url: url).flatMap(proxy(for:)) }
}
