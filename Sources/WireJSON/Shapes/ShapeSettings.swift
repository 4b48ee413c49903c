/// What an ``ObservedShape`` is to know about the texts that it folds.
package struct ShapeSettings: Sendable {
    /// The objects, by folded pointers, whose keys mean nothing: their members are folded into one.
    package var openMaps: [JSONPointer]
    /// What stands in a folded pointer for any key of an open map.
    package var openMapMarker: String
    /// The texts, by folded pointers, whose words are to be kept.
    package var words: [JSONPointer]
    /// Whether a word may be kept; asked once for each text that is not kept already.
    package var admits: @Sendable (String) -> Bool
    /// The most folded pointers besides those that are named here, at least 0.
    package var mostPointers: Int

    /// Makes settings; with none, all keys are folded by name and no word is kept.
    package init(
        openMaps: [JSONPointer] = [],
        openMapMarker: String = "{*}",
        words: [JSONPointer] = [],
        mostPointers: Int = 4096,
        admits: @escaping @Sendable (String) -> Bool = PlainWord.matches
    ) {
        self.openMaps = openMaps
        self.openMapMarker = openMapMarker
        self.words = words
        self.mostPointers = max(mostPointers, 0)
        self.admits = admits
    }
}
