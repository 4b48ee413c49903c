import ArgumentParser
import CurlTransport

/// What `--proxy` names.
enum ProxyArgument: Sendable, Hashable, ExpressibleByArgument {
    case none
    case address(String)

    init?(argument: String) {
        if argument == "none" {
            self = .none
        } else if ProxyPolicy.isAddress(argument) {
            self = .address(argument)
        } else {
            return nil
        }
    }
}

/// A number of bytes such as `65536`, `64k` or `16m`, in steps of 1024.
struct SizeArgument: Sendable, Hashable, ExpressibleByArgument, CustomStringConvertible {
    /// At least one, at most 1 TiB.
    var bytes: Int
    /// As it was typed.
    var text: String

    init(bytes: Int, text: String) {
        self.bytes = bytes
        self.text = text
    }

    init?(argument: String) {
        let units: [Character: Int] = ["k": 1_024, "m": 1_024 * 1_024, "g": 1_024 * 1_024 * 1_024]
        let unit = argument.last.flatMap { units[$0] }
        let digits = unit == nil ? argument[...] : argument.dropLast()
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits) else {
            return nil
        }
        let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: unit ?? 1)
        guard !isTooLarge, (1...1_024 * 1_024 * 1_024 * 1_024).contains(bytes) else { return nil }
        self.init(bytes: bytes, text: argument)
    }

    var description: String { text }

    var defaultValueDescription: String { text }
}

extension HostPin: ExpressibleByArgument {
    /// Reads `host:port:address:port`.
    package init?(argument: String) { self.init(argument) }
}

extension HTTPVersionPolicy: ExpressibleByArgument {}

extension MinimumTLS: ExpressibleByArgument {}
