/// Text on its way to a file, handed on in pieces: what is small costs no call of its own, and what is long needs little memory.
struct TextPieces {
    /// How many bytes make a piece.
    private static let pieceBytes = 16 * 1024

    /// What is not handed on yet.
    var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(2 * Self.pieceBytes)
    }

    mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Hands on what there is, if it makes a piece.
    mutating func handOn(to output: ([UInt8]) throws -> Void) rethrows {
        if bytes.count >= Self.pieceBytes { try handOnAll(to: output) }
    }

    /// Hands on what there is.
    mutating func handOnAll(to output: ([UInt8]) throws -> Void) rethrows {
        guard !bytes.isEmpty else { return }
        try output(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
