/// One way to change one value of a payload.
package enum StressMutation: String, Sendable, CaseIterable {
    case dropped
    case null
    /// An object gets a member that no model knows.
    case unknownNeighbour = "unknown-neighbour"
    /// A text becomes a word that nobody knows.
    case otherWord = "other-word"
    case beyondInt64 = "beyond-int64"
    case fraction
    case hugeExponent = "huge-exponent"
    /// A list gets 1,000 more of its first element, or as many as 1 MiB holds.
    case longList = "long-list"
    case timeWholeSeconds = "time-whole-seconds"
    case timeNineDigits = "time-nine-digits"
    case timeOffset = "time-offset"
    case timeWithoutZone = "time-without-zone"
    case timeEmpty = "time-empty"

    /// The JSON text that takes the place of a value; nil for what is done to an object, a list or a member.
    var replacement: String? {
        switch self {
        case .dropped, .unknownNeighbour, .longList: nil
        case .null: "null"
        case .otherWord: #""zz_nobody_knows""#
        case .beyondInt64: "9223372036854775808"
        case .fraction: "1.5"
        case .hugeExponent: "1e400"
        case .timeWholeSeconds: #""2026-03-04T05:06:07Z""#
        case .timeNineDigits: #""2026-03-04T05:06:07.935673870Z""#
        case .timeOffset: #""2026-03-04T07:06:07+02:00""#
        case .timeWithoutZone: #""2026-03-04T05:06:07""#
        case .timeEmpty: #""""#
        }
    }
}
