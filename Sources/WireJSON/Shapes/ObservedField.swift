/// What was seen at one folded pointer.
package struct ObservedField: Sendable, Equatable {
    /// The place, with `*` for every place in an array and the marker for every key of an open map.
    package let pointer: JSONPointer
    /// The kinds that were seen.
    package let kinds: ObservedKinds
    /// How many values of each kind were seen, in the order of ``ObservedKinds/named``.
    package let counts: [Int]
    /// How many values were seen, `null` among them.
    package let count: Int
    /// How many of them were `null`.
    package let nulls: Int
    /// How many objects could have had the member; of an array's elements, how many arrays there were; of the root, 1
    /// for each text.
    package let parents: Int
    /// The words that were seen, where they were asked for, in the order of their bytes.
    package let words: [String]
    /// Whether there were texts that are not among ``words``: refused ones, or more than are kept.
    package let hasOtherWords: Bool

    /// Whether any value was not `null`.
    package var isEverNonNull: Bool { nulls < count }
}
