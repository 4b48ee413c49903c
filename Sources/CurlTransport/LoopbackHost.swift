#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The hosts that are this machine itself, in every spelling that reaches it.
package enum LoopbackHost {
    /// Whether a host is the machine itself, by the address or by a name that can mean nothing else.
    ///
    /// A dot at the end names the same host. Addresses may be short, octal or hexadecimal, as name look-up reads them.
    ///
    /// > Source: RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3 and §2.5.5.2, POSIX inet_addr
    package static func includes(_ host: String) -> Bool {
        var name = Endpoint.lowercased(host)
        if name.hasSuffix(".") { name.removeLast() }
        return name == "localhost" || name.hasSuffix(".localhost") || isIPv4Loopback(name) || isIPv6Loopback(name)
    }

    private static func isIPv4Loopback(_ text: String) -> Bool {
        var address = in_addr()
        return inet_aton(text, &address) != 0 && UInt32(bigEndian: address.s_addr) >> 24 == 127
    }

    /// `::1`, or an IPv4 address of this machine written as IPv6; a zone behind `%` changes nothing.
    private static func isIPv6Loopback(_ text: String) -> Bool {
        var address = in6_addr()
        let plain = String(text.unicodeScalars.prefix { $0 != "%" })
        guard inet_pton(AF_INET6, plain, &address) == 1 else { return false }
        return withUnsafeBytes(of: address) { bytes in
            let isOne = bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
            let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            return isOne || (isMapped && bytes[12] == 127)
        }
    }
}
