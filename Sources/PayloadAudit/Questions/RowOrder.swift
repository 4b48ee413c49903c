/// Rows in an order that does not depend on when they came: by texts, in the order of their bytes.
enum RowOrder {
    /// Whether one list of texts comes before another.
    static func precedes(_ one: [String], _ other: [String]) -> Bool {
        for (left, right) in zip(one, other) where !left.utf8.elementsEqual(right.utf8) {
            return left.utf8.lexicographicallyPrecedes(right.utf8)
        }
        return one.count < other.count
    }
}
