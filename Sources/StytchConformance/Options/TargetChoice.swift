import ArgumentParser

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
            guard argument.hasPrefix("http://") || argument.hasPrefix("https://") else { return nil }
            var address = argument
            while address.hasSuffix("/") { address.removeLast() }
            guard address.utf8.count > "https://".utf8.count || address.hasPrefix("http://") else { return nil }
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

    /// Whether the host is the one that serves real users.
    var isLiveHost: Bool {
        guard let baseURL, let schemeEnd = baseURL.firstRange(of: "://")?.upperBound else { return false }
        let authority = baseURL[schemeEnd...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@").last ?? authority
        return host.split(separator: ":").first?.lowercased() == "api.stytch.com"
    }
}
