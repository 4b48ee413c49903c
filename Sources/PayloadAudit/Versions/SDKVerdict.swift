package import WireJSON

/// What becomes of a value in an SDK.
package enum SDKState: String, Sendable, CaseIterable, Comparable {
    /// The value is there after decoding.
    case kept
    /// Decoding goes on without the value, or without some of it.
    case lost
    /// Decoding gives an error, and the caller nothing.
    case fails

    /// Whether one does less harm than the other.
    package static func < (one: SDKState, other: SDKState) -> Bool {
        one.harm < other.harm
    }

    private var harm: Int {
        switch self {
        case .kept: 0
        case .lost: 1
        case .fails: 2
        }
    }
}

/// Why a value is lost or fails, or is kept with a remark.
package enum SDKReason: String, Sendable, CaseIterable {
    /// The version has no such call.
    case unknownCall = "unknown-call"
    /// The version has no such field, so Go drops it in silence.
    case unknownField = "unknown-field"
    /// The version looks for the field under a name that the wire does not have, so it stays empty.
    case otherName = "other-name"
    /// The version has no constant for the word, which is kept as text.
    case unnamedWord = "unnamed-word"
    /// The number is kept as a `float64`, which has fewer digits.
    case digits = "digits"
    /// The value is of another kind than the field.
    case wrongType = "wrong-type"
    /// The text is no RFC 3339 time.
    case badTime = "bad-time"
    /// The number has a point or an exponent, or more digits than the field holds.
    case numberDoesNotFit = "number-does-not-fit"
    /// The body is no JSON.
    case notJSON = "not-json"

    /// The reason in words, for reports.
    package var words: String {
        switch self {
        case .unknownCall: "the version has no such call"
        case .unknownField: "the version does not know the field"
        case .otherName: "the version looks under another name"
        case .unnamedWord: "the version has no constant for the word and keeps it as text"
        case .digits: "a float64 does not hold all digits"
        case .wrongType: "the value is of another kind than the field"
        case .badTime: "the text is no RFC 3339 time"
        case .numberDoesNotFit: "the number does not fit the field"
        case .notJSON: "the body is no JSON"
        }
    }
}

/// What becomes of a value, and why.
package struct SDKVerdict: Hashable, Sendable {
    package let state: SDKState
    package let reason: SDKReason?

    /// Makes a verdict.
    package init(_ state: SDKState, _ reason: SDKReason? = nil) {
        self.state = state
        self.reason = reason
    }
}

/// What every version makes of one value: a verdict once the field is known, and since when it is.
package struct SDKOutcome: Hashable, Sendable {
    /// The place of the first version that has the call.
    var call = 0
    /// The place of the first version that has the field and all that it stands in.
    var since = 0
    /// The place of the first version that has a constant for the word.
    var word = 0
    /// What a version makes of it that has all of these.
    var verdict = SDKVerdict(.kept)

    /// The verdict of the version at a place.
    package func verdict(at place: Int) -> SDKVerdict {
        if place < call { return SDKVerdict(.lost, .unknownCall) }
        if place < since { return SDKVerdict(.lost, .unknownField) }
        if verdict.state == .kept, place < word { return SDKVerdict(.kept, .unnamedWord) }
        return verdict
    }
}

/// One value of a payload, by its folded pointer, and what every version makes of it.
package struct SDKReadValue: Sendable {
    /// The place, with `*` for every place in an array and `{*}` for every key of an open map.
    package let pointer: JSONPointer
    /// The word, of a row that is about the word alone.
    package let word: String?
    package let outcome: SDKOutcome
}
