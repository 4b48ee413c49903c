import Conformance

@testable import CurlTransport

/// Plays libcurl: calls a collector line by line and piece by piece until it refuses.
struct Delivery {
    private(set) var collector: AnswerCollector
    private let limits: HeaderLimits
    private let bodyLimit: Int
    private let announced: Int?
    private var wasRefused = false
    private var lineCount = 0
    private var byteCount = 0
    private var body: [UInt8] = []
    /// The lines of the answer that counts, by rules written for this alone.
    private var wanted: [UInt8] = []
    private var isInterim = false
    private var framing = WantedFraming()
    private var isOver = false

    init(limits: HeaderLimits, bodyLimit: Int, announced: Int?, after former: AnswerHead? = nil) {
        self.limits = limits
        self.bodyLimit = bodyLimit
        self.announced = announced
        collector = AnswerCollector(headerLimits: limits, bodyLimit: bodyLimit, formerHead: former)
    }

    /// Hands on a whole stream; the sizes of the pieces of the body take turns, 0 being an empty piece.
    mutating func deliver(_ stream: [UInt8], pieces: [Int]) {
        var rest = stream[...]
        while !rest.isEmpty, !collector.hasAllHeaders, !wasRefused {
            takeLine(of: &rest)
        }
        var turn = 0
        // After the body, what is left is handed on as trailers.
        var bodyBytes = announced ?? rest.count / 2
        while bodyBytes > 0, !rest.isEmpty, !wasRefused {
            let size = min(max(pieces[turn % pieces.count], turn % 3), bodyBytes, rest.count)
            takePiece(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
            bodyBytes -= size
            turn += 1
        }
        while !rest.isEmpty, !wasRefused {
            takeLine(of: &rest)
        }
    }

    private mutating func takeLine(of rest: inout ArraySlice<UInt8>) {
        let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
        let line = Array(rest[..<end])
        rest = rest[end...]
        lineCount += 1
        byteCount += line.count
        let goesOn = line.withUnsafeBytes { collector.takeHeaderLine($0) }
        let isTooMuch = byteCount > limits.bytes || lineCount > limits.lines
        let isFaulty = isOfHeaders(line) && framing.isFaulty(line)
        claim(
            goesOn != (isTooMuch || isFaulty),
            "a line is refused beyond the limits, or where it leaves the end open, alone"
        )
        wasRefused = !goesOn
        if goesOn { note(line) }
    }

    /// Whether a line stands among the headers of the answer that counts.
    private func isOfHeaders(_ line: [UInt8]) -> Bool {
        !isOver && !isInterim && !wanted.isEmpty && !isBlank(line)
    }

    private func isBlank(_ line: [UInt8]) -> Bool {
        line == [0x0A] || line.first == 0x0A || line.count == 2 && line[0] == 0x0D
    }

    private mutating func note(_ line: [UInt8]) {
        guard !isOver else { return }
        let isBlank = isBlank(line)
        if isInterim {
            isInterim = !isBlank
        } else if wanted.isEmpty {
            let words = line.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
            let status = words.count == 2 && words[1].count >= 3 ? words[1].prefix(3) : []
            isInterim = status.first == UInt8(ascii: "1") && !status.elementsEqual("101".utf8)
            if !isInterim { wanted = line }
        } else if isBlank {
            isOver = true
        } else {
            wanted += line
        }
    }

    private mutating func takePiece(_ piece: [UInt8]) {
        let goesOn = piece.withUnsafeBytes { collector.takeBody($0, announced: { announced }) }
        if goesOn { body += piece }
        wasRefused = !goesOn
        let isTooMuch = body.count + (goesOn ? 0 : piece.count) > bodyLimit || (announced ?? 0) > bodyLimit
        claim(goesOn != isTooMuch, "a piece is refused beyond the limit alone")
    }

    /// What must hold whenever the transfer ends.
    func check() {
        claim((collector.refusal != nil) == wasRefused, "a refusal, and nothing else, has a reason")
        claim(collector.body == body, "the body is its pieces")
        claim(collector.body.count <= bodyLimit, "the body keeps to its limit")
        claim(collector.head.bytes == wanted, "the headers are those of the final answer")
        claim(collector.head.headers == HeaderList(answerLines: wanted), "the fields are those of the lines")
        claim(collector.hasAllHeaders == isOver, "the headers end with the blank line")
        claim(collector.hasBegun == (lineCount > 0), "an answer begins with its first line")
    }
}
