/// The kinds of JSON value that were seen at one place, integers and fractions apart.
package struct ObservedKinds: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    /// Takes the bits of the kinds.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let null = ObservedKinds(rawValue: 1)
    package static let boolean = ObservedKinds(rawValue: 2)
    /// A number written without a point and without an exponent.
    package static let integer = ObservedKinds(rawValue: 4)
    /// A number written with a point or an exponent.
    package static let fraction = ObservedKinds(rawValue: 8)
    package static let string = ObservedKinds(rawValue: 16)
    package static let array = ObservedKinds(rawValue: 32)
    package static let object = ObservedKinds(rawValue: 64)

    /// Every kind with its name, in the order in which ``words`` lists them.
    package static let named: [(kind: ObservedKinds, word: String)] = [
        (.null, "null"), (.boolean, "boolean"), (.integer, "integer"), (.fraction, "fraction"), (.string, "string"),
        (.array, "array"), (.object, "object"),
    ]

    /// The names of the kinds: `null`, `boolean`, `integer`, `fraction`, `string`, `array`, `object`, in this order.
    package var words: [String] {
        Self.named.filter { contains($0.kind) }.map(\.word)
    }

    /// The kinds of these names; nil where one is no name of a kind.
    package init?(words: [String]) {
        var kinds: ObservedKinds = []
        for word in words {
            guard let named = Self.named.first(where: { $0.word.hasSameScalars(as: word) }) else { return nil }
            kinds.insert(named.kind)
        }
        self = kinds
    }
}
