import Conformance
import WireJSON

/// Paths of case files as a build server wants them: from the root of the repository, with `/`.
package struct SourcePaths: Sendable, Hashable {
    /// Where the program was started: an absolute path.
    package var currentFolder: String
    /// The root of the repository: an absolute path.
    package var root: String

    /// Without arguments paths stay as they are.
    package init(currentFolder: String = "/", root: String = "/") {
        self.currentFolder = currentFolder
        self.root = root
    }

    /// The path of a file from the root, or the path as it is where the file is not below the root.
    package func relative(_ path: String) -> String {
        let parts = Self.parts(path.beginsExactly(with: "/") ? path : "\(currentFolder)/\(path)")
        let above = Self.parts(root)
        guard parts.count > above.count, zip(parts, above).allSatisfy({ $0.utf8.elementsEqual($1.utf8) }) else {
            return path
        }
        return parts.dropFirst(above.count).joined(separator: "/")
    }

    /// A reference to the file by RFC 3986: relative where it is below the root, else as a `file` address.
    func reference(_ path: String) -> String {
        let relative = relative(path)
        return (relative.beginsExactly(with: "/") ? "file://" : "") + Self.encoded(relative)
    }

    private static func parts(_ path: String) -> [Substring] {
        var parts: [Substring] = []
        for part in path.scalarSplit(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts
    }

    /// Everything but unreserved characters and `/` percent-encoded.
    ///
    /// > Source: RFC 3986 §2.3
    private static func encoded(_ path: String) -> String {
        var result: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                result.append(byte)
            case _ where "-._~/".utf8.contains(byte): result.append(byte)
            default: result += PercentText.escape(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Percent-encoding, byte by byte.
enum PercentText {
    /// `%2F`.
    static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = String(byte, radix: 16, uppercase: true)
        return Array("%\(digits.utf8.count < 2 ? "0" : "")\(digits)".utf8)
    }

    /// The text that encoded bytes stand for, `+` being a blank in a query; what is no escape stays.
    static func decoded(_ bytes: some Sequence<UInt8>, inQuery: Bool) -> String {
        var result: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = value(of: rest.prefix(2)) {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(inQuery && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether two hexadecimal digits follow the `%` at a place.
    static func isEscape(at place: Int, in bytes: [UInt8]) -> Bool {
        value(of: bytes[(place + 1)...].prefix(2)) != nil
    }

    /// That of two hexadecimal digits.
    private static func value(of digits: ArraySlice<UInt8>) -> UInt8? {
        // A sign would be taken for a part of the number.
        guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
