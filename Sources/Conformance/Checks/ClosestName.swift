/// Finding the name that a misspelt one was probably meant to be.
package enum ClosestName {
    /// The most letters of a name for which one is looked for.
    static let longest = 64

    /// The nearest of some names, or nil where none is near.
    ///
    /// Near is what differs in case, `_` and `-` alone, or in a third of its letters at most.
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

    private static func folded(_ name: String) -> [Unicode.Scalar] {
        name.unicodeScalars.compactMap { scalar in
            switch scalar {
            case "_", "-": nil
            case "A"..."Z": Unicode.Scalar(scalar.value | 0x20)
            default: scalar
            }
        }
    }

    /// The number of letters to put in, take out or change.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (i, one) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let changed = diagonal + (one == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
