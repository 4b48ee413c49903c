/// One value, or one key, of a parsed text: 16 bytes, in the order of the text.
///
/// A container is followed by what it holds; a key by its value. `next` leads over a whole subtree.
struct Node: Sendable {
    /// The index of a node.
    ///
    /// A text has fewer nodes than bytes, so it fits wherever an offset does.
    typealias Index = Int

    struct Flags: OptionSet, Sendable {
        var rawValue: UInt8
        /// A string with at least one backslash.
        static let escaped = Flags(rawValue: 1)
        /// A key that comes again later in its object.
        static let superseded = Flags(rawValue: 2)
        /// A key: the node after it is its value.
        static let key = Flags(rawValue: 4)
    }

    private var startOffset: UInt32
    private var endOffset: UInt32
    private var nextIndex: UInt32
    var kind: JSONKind
    var flags: Flags

    init(_ kind: JSONKind, start: Int, end: Int, next: Index, flags: Flags = []) {
        startOffset = UInt32(truncatingIfNeeded: start)
        endOffset = UInt32(truncatingIfNeeded: end)
        nextIndex = UInt32(truncatingIfNeeded: next)
        self.kind = kind
        self.flags = flags
    }

    /// The most bytes whose offsets fit.
    static var maximumBytes: Int { Int(UInt32.max) - 1 }

    /// The first byte.
    var start: Int { Int(startOffset) }
    /// The byte after the last.
    var end: Int { Int(endOffset) }
    /// The node after this one and all it holds.
    var next: Index { Int(nextIndex) }
    /// Whether a key cannot be compared byte by byte: it has escapes, or a later one replaces it.
    var isUnusualKey: Bool { !flags.isDisjoint(with: [.escaped, .superseded]) }
    /// The bytes of a string between its quotes.
    var content: Range<Int> { start + 1..<end - 1 }

    mutating func close(end: Int, next: Index) {
        endOffset = UInt32(truncatingIfNeeded: end)
        nextIndex = UInt32(truncatingIfNeeded: next)
    }

    /// The same in a text in which its first byte and its last stand so much later.
    func moved(by start: Int, _ end: Int) -> Node {
        Node(kind, start: self.start &+ start, end: self.end &+ end, next: next, flags: flags)
    }

    /// Hands the UTF-8 text of a string or key to a function, its escapes decoded; copies nothing where it has none.
    @inline(__always)
    func withContent<Result>(
        in bytes: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let source = UnsafeBufferPointer(rebasing: bytes[content])
        guard flags.contains(.escaped) else { return body(source) }
        return EscapedText.decoded(source).withUnsafeBufferPointer(body)
    }
}
