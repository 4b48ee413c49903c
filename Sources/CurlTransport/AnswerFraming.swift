import Conformance

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

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

    private static let otherCodings = ["gzip", "x-gzip", "deflate", "compress", "x-compress", "identity"]

    private var length: Int?
    private var hasCoding = false
    private var isChunked = false

    /// Takes a line of the headers with its end; nil where nothing is wrong up to there.
    mutating func take(_ line: UnsafeRawBufferPointer) -> Fault? {
        guard let start = line.baseAddress else { return nil }
        var end = line.count
        if end > 0, line[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > 0, line[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        guard memchr(start, Int32(UInt8(ascii: "\r")), end) == nil else { return .strayReturn }
        guard end > 0, !Self.isBlank(line[0]) else { return nil }
        var colon = 0
        while colon < end, RequestHeaders.isTokenByte(line[colon]) { colon += 1 }
        guard colon > 0, colon < end, line[colon] == UInt8(ascii: ":") else { return .badName }
        let value = line[(colon + 1)..<end]
        switch colon {
        case 14 where Self.isName("content-length", line): return takeLength(value)
        case 17 where Self.isName("transfer-encoding", line): return takeCodings(value)
        default: return nil
        }
    }

    /// Whether a line of tokens begins with a name in small letters; capitals count as such.
    private static func isName(_ name: StaticString, _ line: UnsafeRawBufferPointer) -> Bool {
        name.withUTF8Buffer { name in
            // Of the bytes of a token only capitals become small letters, or a hyphen itself, by that bit.
            zip(name, line).allSatisfy { $0 == $1 | 0x20 }
        }
    }

    /// The same length may be said more than once.
    private mutating func takeLength(_ value: Slice<UnsafeRawBufferPointer>) -> Fault? {
        for part in Self.parts(of: value) {
            guard let said = Self.decimal(part) else { return .noLength }
            guard length == nil || length == said else { return .differentLengths }
            length = said
        }
        return length != nil && hasCoding ? .lengthBesideCoding : nil
    }

    private mutating func takeCodings(_ value: Slice<UnsafeRawBufferPointer>) -> Fault? {
        hasCoding = true
        for part in Self.parts(of: value) {
            let coding = String(decoding: part, as: UTF8.self)
            if HeaderList.sameName(coding, "chunked") {
                guard !isChunked else { return .chunkedTwice }
                isChunked = true
            } else if !Self.otherCodings.contains(where: { HeaderList.sameName(coding, $0) }) {
                return .unknownCoding
            }
        }
        return length != nil ? .lengthBesideCoding : nil
    }

    /// What stands between commas, without the blanks around it.
    private static func parts(of value: Slice<UnsafeRawBufferPointer>) -> [Slice<UnsafeRawBufferPointer>] {
        value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { part in
            var range = part.startIndex..<part.endIndex
            while let first = range.first, isBlank(part[first]) { range = (first + 1)..<range.upperBound }
            while let last = range.last, isBlank(part[last]) { range = range.lowerBound..<last }
            return part[range]
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// The number that digits say; nil where there are none, or others, or too many.
    private static func decimal(_ digits: Slice<UnsafeRawBufferPointer>) -> Int? {
        var number: Int?
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            let (tens, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, isLarger) = tens.addingReportingOverflow(Int(byte - 0x30))
            guard !isTooLarge, !isLarger else { return nil }
            number = sum
        }
        return number
    }
}
