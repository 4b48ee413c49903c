/// Why the source of a `$regex` was refused.
package struct RegexPatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and, where there is one, the cure; lower case, without a final stop.
    package let message: String
    /// Where in the source, counted in Unicode scalars from 0.
    package let offset: Int

    package init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }

    package var description: String {
        "\(message) (at character \(offset + 1))"
    }
}
