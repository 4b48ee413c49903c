import ArgumentParser
import CurlTransport

/// What `--target` names.
enum TargetChoice: Sendable, Hashable, ExpressibleByArgument {
    case mock
    case test
    case live
    /// An `http` or `https` address without a slash at the end.
    case address(String)

    init?(argument: String) {
        switch argument {
        case "mock": self = .mock
        case "test": self = .test
        case "live": self = .live
        default:
            guard let address = Self.checked(argument) else { return nil }
            self = .address(address)
        }
    }

    var defaultValueDescription: String { name }

    /// As reports name it.
    var name: String {
        switch self {
        case .mock: "mock"
        case .test: "test"
        case .live: "live"
        case .address(let address): address
        }
    }

    /// Where requests go; nil for the mock, whose port is not known yet.
    var baseURL: String? {
        switch self {
        case .mock: nil
        case .test: "https://test.stytch.com"
        case .live: "https://api.stytch.com"
        case .address(let address): address
        }
    }

    /// Whether it is on this machine, so that its answers are soon there.
    var isNear: Bool {
        guard let baseURL else { return true }
        let host = Self.host(of: Self.authority(of: baseURL))
        return LoopbackHost.includes(String(host.drop { $0 == "[" }.prefix { $0 != "]" }))
    }

    /// Whether the host is the one that serves real users.
    var isLiveHost: Bool {
        guard let baseURL else { return false }
        return Self.isLiveHost(String(Self.host(of: Self.authority(of: baseURL))))
    }

    /// Whether a host is the one that serves real users.
    static func isLiveHost(_ host: String) -> Bool {
        var host = host.lowercased()
        // A dot at the end names the same host.
        if host.hasSuffix(".") { host.removeLast() }
        return host == "api.stytch.com"
    }

    /// The address without slashes at its end, or nil where it is none that requests can be put behind.
    ///
    /// A user in it is refused: credentials come from the environment alone, and an address stands in every report. So are
    /// a query and a fragment, as paths are put behind; and `%` in the host, by which another host could be meant than
    /// is read.
    private static func checked(_ text: String) -> String? {
        guard text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
        let isPrintable = text.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
        guard isPrintable, !text.utf8.contains(where: "?#\\\"<>`{}|^".utf8.contains) else { return nil }
        let authority = authority(of: text)
        let host = host(of: authority)
        guard !host.isEmpty, host != ".", !authority.utf8.contains(where: "@%".utf8.contains) else { return nil }
        var address = text
        while address.hasSuffix("/") { address.removeLast() }
        return address
    }

    private static func authority(of address: String) -> Substring {
        guard let end = address.firstRange(of: "://")?.upperBound else { return "" }
        return address[end...].prefix { $0 != "/" }
    }

    private static func host(of authority: Substring) -> Substring {
        authority.hasPrefix("[") ? authority : authority.prefix { $0 != ":" }
    }
}
