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
        let unproxied = first("no_proxy", "NO_PROXY") ?? ""
        return ProxyPolicy(
            httpProxy: first("http_proxy") ?? all,
            httpsProxy: first("https_proxy", "HTTPS_PROXY") ?? all,
            exceptions: unproxied.split { $0 == "," || $0 == " " }.map(String.init) + exceptions
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

/// An IPv4 address, or a block of them such as `10.0.0.0/8`.
struct IPv4Block {
    private let bits: UInt32
    private let prefix: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let octets = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard octets.count == 4 else { return nil }
        var bits: UInt32 = 0
        for octet in octets {
            guard let octet else { return nil }
            bits = bits << 8 | UInt32(octet)
        }
        guard let prefix = parts.count == 1 ? 32 : Int(parts[1]), (0...32).contains(prefix) else { return nil }
        self.bits = bits
        self.prefix = prefix
    }

    /// Whether `other`, taken as one address, lies in this block.
    func contains(_ other: IPv4Block) -> Bool {
        prefix == 0 || (bits ^ other.bits) >> UInt32(32 - prefix) == 0
    }

    /// Whether this is one of the machine's own addresses.
    ///
    /// > Source: RFC 1122 §3.2.1.3
    var isLoopback: Bool { bits >> 24 == 127 }
}
