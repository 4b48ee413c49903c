/// What the header lines of an answer say of where its body ends; libcurl believes some that contradict each other.
///
/// Where two readers of an answer may find its end at different bytes, the rest of one is taken for the next by one of them, so none of
/// it is believed. Lines that continue the one before them are let pass.
///
/// > Source: RFC 9112 §5, §6.1 and §6.3; RFC 9110 §5.1 and §8.6
struct AnswerFraming {
    /// What is wrong with the headers.
    enum Fault: Hashable {
        /// A `Content-Length` that is no decimal number.
        case noLength
        case differentLengths
        case lengthBesideCoding
        case unknownCoding
        case chunkedTwice
        /// A line without a colon, or a name that is no token.
        case badName
        /// A carriage return that ends no line.
        case strayReturn
    }

    private var length: Int?
    private var hasCoding = false
    private var isChunked = false

    /// Takes a line of the headers with its end; nil where nothing is wrong up to there.
    mutating func take(_ line: UnsafeRawBufferPointer) -> Fault? {
        var end = line.count
        if end > 0, line[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > 0, line[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        let content = line[..<end]
        guard !content.contains(UInt8(ascii: "\r")) else { return .strayReturn }
        guard let first = content.first, first != UInt8(ascii: " "), first != UInt8(ascii: "\t") else { return nil }
        var colon = 0
        while colon < end, RequestHeaders.isTokenByte(line[colon]) { colon += 1 }
        guard colon > 0, colon < end, line[colon] == UInt8(ascii: ":") else { return .badName }
        let value = content[(colon + 1)...]
        switch colon {
        case 14 where Self.isName("content-length", line): return takeLength(value)
        case 17 where Self.isName("transfer-encoding", line): return takeCodings(value)
        default: return nil
        }
    }

    /// Whether a line begins with a name; capitals count as small letters.
    private static func isName(_ name: StaticString, _ line: UnsafeRawBufferPointer) -> Bool {
        name.withUTF8Buffer { name in
            zip(name, line).allSatisfy { $0 == $1 | ($1 >= UInt8(ascii: "A") && $1 <= UInt8(ascii: "Z") ? 0x20 : 0) }
        }
    }

    /// The same length may be said more than once.
    private mutating func takeLength(_ value: Slice<UnsafeRawBufferPointer>) -> Fault? {
        for part in Self.parts(of: value) {
            guard !part.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let said = Int(part) else {
                return .noLength
            }
            guard length == nil || length == said else { return .differentLengths }
            length = said
        }
        return length != nil && hasCoding ? .lengthBesideCoding : nil
    }

    private mutating func takeCodings(_ value: Slice<UnsafeRawBufferPointer>) -> Fault? {
        hasCoding = true
        for part in Self.parts(of: value) {
            switch part.lowercased() {
            case "chunked":
                guard !isChunked else { return .chunkedTwice }
                isChunked = true
            case "gzip", "x-gzip", "deflate", "compress", "x-compress", "identity": break
            default: return .unknownCoding
            }
        }
        return length != nil ? .lengthBesideCoding : nil
    }

    /// What stands between commas, without the blanks around it.
    private static func parts(of value: Slice<UnsafeRawBufferPointer>) -> [String] {
        value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { part in
            let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            let start = part.drop(while: isBlank)
            let trimmed = start.lastIndex { !isBlank($0) }.map { start[...$0] } ?? start.prefix(0)
            return String(decoding: trimmed, as: UTF8.self)
        }
    }
}
