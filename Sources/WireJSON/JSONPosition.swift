/// A place in a text, as an editor shows it.
public struct JSONPosition: Sendable, Hashable {
    /// The line, from 1.
    ///
    /// A line ends at a line feed.
    public var line: Int
    /// The column, from 1, counted in Unicode scalars.
    public var column: Int

    /// Makes a position from a line and a column, both counted from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension JSONPosition {
    /// Finds the position of a byte that begins a scalar, or is no part of one; linear in `offset`.
    init(of offset: Int, in bytes: some Collection<UInt8>) {
        var line = 1
        var column = 0
        for byte in bytes.prefix(offset) {
            if byte == .lineFeed {
                line += 1
                column = 0
            } else if !byte.isUTF8Continuation {
                column += 1
            }
        }
        self.init(line: line, column: column + 1)
    }
}
