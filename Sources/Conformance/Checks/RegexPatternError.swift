/// Why the source of a `$regex` was refused.
package struct RegexPatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong; lower case, without a final stop.
    package let message: String
    /// What a person can do about it, where the message does not say so.
    package let hint: String?
    /// Where in the source, counted in Unicode scalars from 0.
    package let offset: Int

    package init(message: String, offset: Int, hint: String? = nil) {
        self.message = message
        self.hint = hint
        self.offset = offset
    }

    package var description: String {
        "\(message) (at character \(offset + 1))"
    }
}
