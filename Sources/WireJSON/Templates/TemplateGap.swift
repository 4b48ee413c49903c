/// What may stand in a gap of a template.
///
/// Each takes fewer texts than JSON would, but every text that it takes is JSON, and decoding finds the same with all
/// of them.
enum TemplateGap: Sendable, Equatable {
    /// Nothing: a line feed, or the end of the bytes.
    case end
    /// What a string may hold between its quotes.
    case text
    /// The same with an escape at least.
    case escapedText
    /// The same without escapes.
    case unescapedText
    /// The same without escapes and beyond ASCII nothing, so that its bytes are its text.
    case plainText
    /// One of some words.
    case word([[UInt8]])
    /// A plain text that is none of them.
    case otherText([[UInt8]])
    /// An RFC 3339 time.
    case time
    /// A plain text that is no time.
    case noTime
    /// `true` or `false`.
    case boolean
    /// A number without a point and without an exponent.
    case integer
    /// A number with either.
    case fraction
    /// An integer of at most 18 characters in a range.
    case integerWithin(ClosedRange<Int>)
    /// An integer of at most 18 characters outside of it.
    case integerBeyond(ClosedRange<Int>)

    /// The gap for a string that was asked for in this way; nil where there is none.
    ///
    /// `isRefused` says that a finding hangs on its text, `isNoted` that its bytes are wanted.
    static func string(_ check: ScalarCheck?, isRefused: Bool, isNoted: Bool) -> TemplateGap? {
        switch check {
        case nil: isRefused ? nil : isNoted ? .plainText : .text
        case .word(let words): isRefused ? .otherText(words) : .word(words)
        case .time: isNoted ? nil : isRefused ? .noTime : .time
        case .integer, .unforeseen: nil
        }
    }

    /// The same for a number.
    static func number(_ check: ScalarCheck?, isRefused: Bool, isFraction: Bool) -> TemplateGap? {
        switch check {
        case nil: isRefused ? nil : isFraction ? .fraction : .integer
        case .integer(let range) where !isFraction: isRefused ? .integerBeyond(range) : .integerWithin(range)
        case .integer, .word, .time, .unforeseen: nil
        }
    }
}
