import Conformance

/// Takes an answer piece by piece as libcurl hands it on, and refuses what is larger than it may be.
///
/// Of the headers it keeps the final answer's alone, in wire order. Interim answers (100, 103) are dropped. Trailers are dropped too:
/// they may not be merged with the headers, and no check of a case reads them. All of them count towards the limits.
///
/// > Source: RFC 9110 §15.2 and §6.5.1
struct AnswerCollector {
    /// Why the rest of an answer was not taken.
    enum Refusal: Hashable {
        case headerBytes
        case headerLines
        case framing(AnswerFraming.Fault)
        case body
    }

    private enum Place {
        case beforeAnswer
        case inInterimHeaders
        case inHeaders
        case afterHeaders
    }

    /// The most that is set aside for a body on the word of its `Content-Length`, which may be a lie.
    private static let largestReservation = 64 * 1024

    private let headerLimits: HeaderLimits
    private let bodyLimit: Int
    private var place = Place.beforeAnswer
    private var seenHeaderBytes = 0
    private var seenHeaderLines = 0
    private var reader: HeadReader
    private(set) var body: [UInt8] = []
    private(set) var refusal: Refusal?

    /// Takes nothing yet; the head may be like that of the answer before.
    init(headerLimits: HeaderLimits, bodyLimit: Int, formerHead: AnswerHead? = nil) {
        self.headerLimits = headerLimits
        self.bodyLimit = bodyLimit
        reader = HeadReader(after: formerHead)
    }

    /// The head of the final answer, as far as it came.
    var head: AnswerHead { reader.head }

    /// Whether the blank line after the final answer's headers has come.
    var hasAllHeaders: Bool { place == .afterHeaders }

    /// Whether any line of an answer has come.
    var hasBegun: Bool { seenHeaderLines > 0 }

    /// Takes one header line with its end; false ends the transfer.
    mutating func takeHeaderLine(_ line: UnsafeRawBufferPointer) -> Bool {
        seenHeaderBytes += line.count
        seenHeaderLines += 1
        if seenHeaderBytes > headerLimits.bytes {
            refusal = .headerBytes
            return false
        }
        if seenHeaderLines > headerLimits.lines {
            refusal = .headerLines
            return false
        }
        switch place {
        case .beforeAnswer:
            if reader.takeKnown(line) {
                place = .inHeaders
            } else if Self.isInterim(line) {
                place = .inInterimHeaders
            } else {
                place = .inHeaders
                reader.takeStatusLine(line)
            }
        case .inInterimHeaders:
            if Self.isBlank(line) { place = .beforeAnswer }
        case .inHeaders:
            if reader.takeKnown(line) { return true }
            guard Self.isBlank(line) else {
                refusal = reader.takeField(line).map(Refusal.framing)
                return refusal == nil
            }
            place = .afterHeaders
        case .afterHeaders:
            break
        }
        return true
    }

    /// Takes a piece of the body; false ends the transfer.
    ///
    /// `announced` is asked at the first piece for the length the headers promise.
    mutating func takeBody(_ piece: UnsafeRawBufferPointer, announced: () -> Int?) -> Bool {
        if body.isEmpty {
            let expected = announced() ?? 0
            guard expected <= bodyLimit else {
                refusal = .body
                return false
            }
            body.reserveCapacity(max(piece.count, min(expected, Self.largestReservation)))
        }
        guard piece.count <= bodyLimit - body.count else {
            refusal = .body
            return false
        }
        body.append(contentsOf: piece)
        return true
    }

    /// Whether a status line says 1xx, save 101, after which nothing else comes.
    private static func isInterim(_ line: UnsafeRawBufferPointer) -> Bool {
        guard let space = line.firstIndex(of: UInt8(ascii: " ")), line.count >= space + 4 else { return false }
        let digits = line[(space + 1)..<(space + 4)]
        return digits.first == UInt8(ascii: "1") && !digits.elementsEqual("101".utf8)
    }

    private static func isBlank(_ line: UnsafeRawBufferPointer) -> Bool {
        line.first == UInt8(ascii: "\n") || (line.count == 2 && line[0] == UInt8(ascii: "\r"))
    }
}
