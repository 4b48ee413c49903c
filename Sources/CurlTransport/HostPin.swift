/// Sends what is meant for one host to a chosen address; names in the request, in TLS and in errors stay as they were.
package struct HostPin: Sendable, Hashable {
    /// Empty is any.
    package var host: String
    /// The port the pin is for; nil is any.
    package var port: Int?
    /// A host or an address, IPv6 without brackets; empty keeps the host.
    package var address: String
    /// The port to connect to instead; nil keeps the port.
    package var addressPort: Int?

    package init(host: String, port: Int? = nil, address: String, addressPort: Int? = nil) {
        self.host = host
        self.port = port
        self.address = address
        self.addressPort = addressPort
    }

    /// Reads `host:port:address:port`, of which each part may be empty, but not the last two both; IPv6 stands in brackets.
    ///
    /// Nil where the text is none.
    ///
    /// > Source: curl's manual, --connect-to
    package init?(_ text: String) {
        guard let parts = Self.parts(of: text), parts.count == 4 else { return nil }
        let ports = [parts[1], parts[3]].map { $0.isEmpty ? 0 : $0.hasPrefix("+") ? nil : UInt16($0).map(Int.init) }
        guard let port = ports[0], let addressPort = ports[1] else { return nil }
        guard (parts[1].isEmpty || port > 0) && (parts[3].isEmpty || addressPort > 0) else { return nil }
        guard !(parts[2].isEmpty && parts[3].isEmpty) else { return nil }
        self.init(
            host: parts[0],
            port: port > 0 ? port : nil,
            address: parts[2],
            addressPort: addressPort > 0 ? addressPort : nil
        )
    }

    /// The form that is read.
    package var text: String { connectTo }

    /// Whether the pin is for a request to `endpoint`.
    func covers(_ endpoint: Endpoint) -> Bool {
        let isHost = host.isEmpty || Endpoint.lowercased(host) == Endpoint.lowercased(endpoint.host)
        return isHost && (port == nil || port == endpoint.port)
    }

    /// The texts between colons, those in brackets without them; nil where a host holds what no host may hold.
    private static func parts(of text: String) -> [String]? {
        var parts = [""]
        var isBracketed = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "[") where !isBracketed && parts[parts.count - 1].isEmpty: isBracketed = true
            case UInt8(ascii: "]") where isBracketed: isBracketed = false
            case UInt8(ascii: ":") where !isBracketed: parts.append("")
            case 0x21..<0x7F where !"[]/?#@\\\"<>,%".utf8.contains(byte):
                parts[parts.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
            default: return nil
            }
        }
        return isBracketed ? nil : parts
    }

    /// The entry of libcurl's list.
    ///
    /// > Source: curl's page for CURLOPT_CONNECT_TO
    var connectTo: String {
        let from = port.map(String.init) ?? ""
        let to = addressPort.map(String.init) ?? ""
        return "\(bracketed(host)):\(from):\(bracketed(address)):\(to)"
    }

    private func bracketed(_ host: String) -> String {
        host.utf8.contains(UInt8(ascii: ":")) && !host.hasPrefix("[") ? "[\(host)]" : host
    }
}
