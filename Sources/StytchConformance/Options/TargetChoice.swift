import ArgumentParser
import Conformance
import CurlTransport
import WireJSON

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
        return LoopbackHost.includes(String(host.unicodeScalars.drop { $0 == "[" }.prefix { $0 != "]" }))
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
        // A scheme is the same in capitals; what reads the address from here on need not know.
        guard let scheme = ["http://", "https://"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        let text = scheme + text.dropFirst(scheme.count)
        let isPrintable = text.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
        guard isPrintable, !text.utf8.contains(where: "?#\\\"<>`{}|^".utf8.contains) else { return nil }
        let authority = authority(of: text)
        let host = host(of: authority)
        guard isPort(authority.dropFirst(host.count)) else { return nil }
        guard !host.isEmpty, host != ".", !authority.utf8.contains(where: "@%".utf8.contains) else { return nil }
        var address = text
        while address.hasSuffix("/") { address.removeLast() }
        return address
    }

    /// Whether this is nothing, or `:` and nothing, or `:` and a port that can be connected to.
    private static func isPort(_ text: Substring) -> Bool {
        guard let first = text.first else { return true }
        let digits = text.dropFirst()
        guard first == ":", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return digits.isEmpty || Int(digits).map { (1...65_535).contains($0) } == true
    }

    /// What a person can do about a text that is no target.
    static func hint(for text: String) -> String {
        if text.utf8.contains(UInt8(ascii: "@")) {
            return "leave user and password out: STYTCH_PROJECT_ID and STYTCH_SECRET in the environment say them"
        }
        if let near = ClosestName.of(text, among: ["mock", "test", "live"]) { return "did you mean '\(near)'?" }
        guard text.exactRange(of: "://") != nil else {
            guard checked("http://" + text) != nil, text.utf8.contains(UInt8(ascii: ":")) else { return usual }
            return "write it as http://\(text), or https://\(text)"
        }
        let authority = authority(of: text)
        if !isPort(authority.dropFirst(host(of: authority).count)) { return "a port is a number from 1 to 65535" }
        if text.utf8.contains(where: "?#".utf8.contains) { return "leave out what begins with '?' or '#'" }
        return usual
    }

    /// What is said of a text that nothing else is known of.
    private static let usual = "give mock, test, live, or an address such as http://127.0.0.1:8080"

    private static func authority(of address: String) -> Substring {
        guard let end = address.exactRange(of: "://")?.upperBound else { return "" }
        return Substring(address.unicodeScalars[end...].prefix { $0 != "/" })
    }

    private static func host(of authority: Substring) -> Substring {
        guard authority.beginsExactly(with: "["), let end = authority.utf8.firstIndex(of: UInt8(ascii: "]")) else {
            return Substring(authority.unicodeScalars.prefix { $0 != ":" })
        }
        return authority[...end]
    }
}
