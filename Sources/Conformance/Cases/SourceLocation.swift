/// A place in a file of the corpus: small enough to stand beside every pattern.
package struct SourceLocation: Sendable, Hashable, Comparable {
    /// The index of the file in the corpus.
    package var file: Int32
    /// The offset of the first byte.
    package var offset: UInt32

    package init(file: Int32, offset: UInt32) {
        self.file = file
        self.offset = offset
    }

    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.offset) < (right.file, right.offset)
    }
}
