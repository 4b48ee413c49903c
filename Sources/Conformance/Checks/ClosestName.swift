/// Finding the name that a misspelt one was probably meant to be.
package enum ClosestName {
    /// The most letters of a name for which one is looked for.
    static let longest = 64

    /// The nearest of some names, or nil where none is near.
    ///
    /// Near is what differs in case, `_` and `-` alone, or in a third of its letters at most; two that changed places are one.
    package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = folded(name)
        let limit = max(1, wanted.count / 3)
        guard wanted.count <= longest else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let letters = folded(candidate)
            guard abs(letters.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, letters)
            if distance <= limit, distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// Whether two names differ in case, `_` and `-` at most.
    static func isSame(_ name: String, _ other: String) -> Bool { folded(name) == folded(other) }

    /// The only name that begins with these letters, at least three; nil where there are several or none.
    package static func completion(of name: String, among candidates: some Sequence<String>) -> String? {
        guard name.utf8.count >= 3 else { return nil }
        let longer = candidates.filter { $0.utf8.starts(with: name.utf8) }
        guard let first = longer.first, longer.allSatisfy({ $0.utf8.elementsEqual(first.utf8) }) else { return nil }
        return first
    }

    private static func folded(_ name: String) -> [Unicode.Scalar] {
        name.unicodeScalars.compactMap { scalar in
            switch scalar {
            case "_", "-": nil
            case "A"..."Z": Unicode.Scalar(scalar.value | 0x20)
            default: scalar
            }
        }
    }

    /// The number of letters to put in, take out or change, and of neighbours to change places.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var earlier: [Int] = []
        var row = Array(0...right.count)
        for (i, one) in left.enumerated() {
            var next = [i + 1]
            for (j, other) in right.enumerated() {
                var least = min(row[j] + (one == other ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, one == right[j - 1], left[i - 1] == other { least = min(least, earlier[j - 1] + 1) }
                next.append(least)
            }
            earlier = row
            row = next
        }
        return row[right.count]
    }
}
