import Conformance

/// A request's header lines in the form libcurl takes, each ended by a zero byte, one after the other.
///
/// libcurl adds fields of its own (`Accept`, `Content-Type` for a body, `Expect` for a long one). A request sends the fields it was
/// given and no others but `Host` and `Content-Length`, so each of these is taken back where it was not given.
struct RequestHeaders: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    /// - Throws: `CURLE_BAD_FUNCTION_ARGUMENT` where a name is no token or says where the body ends, or a value holds a line end or a
    ///   zero byte.
    init(_ headers: HeaderList, asksForCompression: Bool) throws(TransportError) {
        bytes.reserveCapacity(headers.fields.reduce(64) { $0 + $1.name.utf8.count + $1.value.utf8.count + 3 })
        var givesAccept = false
        var givesContentType = false
        var givesEncoding = asksForCompression
        for field in headers.fields {
            try append(field)
            givesAccept = givesAccept || HeaderList.sameName(field.name, "Accept")
            givesContentType = givesContentType || HeaderList.sameName(field.name, "Content-Type")
            givesEncoding = givesEncoding || HeaderList.sameName(field.name, "Accept-Encoding")
        }
        if !givesAccept { append("Accept:") }
        if !givesContentType { append("Content-Type:") }
        if !givesEncoding { append("Accept-Encoding:") }
        if !headers.fields.contains(where: { HeaderList.sameName($0.name, "Expect") }) { append("Expect:") }
    }

    /// Whether a byte may stand in a field name or a method.
    ///
    /// > Source: RFC 9110 §5.6.2
    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default:
            false
        }
    }

    private mutating func append(_ field: HeaderList.Field) throws(TransportError) {
        if HeaderList.framingNames.contains(where: { HeaderList.sameName(field.name, $0) }) {
            throw .refusedRequest(
                .badFunctionArgument,
                "the request header '\(field.name)' says where the body ends, which is not for a case to say",
                hint: "leave it out: it is made of the body"
            )
        }
        guard !field.name.isEmpty, field.name.utf8.allSatisfy(Self.isTokenByte) else {
            throw .refusedRequest(
                .badFunctionArgument,
                "the name of a request header is no token of letters, digits and -",
                hint: "a header name has no white space, no ':' and no line end"
            )
        }
        if field.value.utf8.contains(where: { $0 == 0x0D || $0 == 0x0A || $0 == 0 }) {
            throw .refusedRequest(
                .badFunctionArgument,
                "the value of the request header '\(field.name)' holds a line end or a zero byte",
                hint: "put each header in a field of its own"
            )
        }
        bytes.append(contentsOf: field.name.utf8)
        if field.value.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            // libcurl reads `Name:` as "do not send this"; with a semicolon it sends the name with an empty value.
            bytes.append(UInt8(ascii: ";"))
        } else {
            bytes.append(UInt8(ascii: ":"))
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: field.value.utf8)
        }
        bytes.append(0)
        count += 1
    }

    private mutating func append(_ line: StaticString) {
        line.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0)
        count += 1
    }
}
