import WireJSON

/// The lengths that the pattern of a `$length` leaves, as far as is known before the run.
struct LengthBounds: Sendable {
    private var least = 0
    private var most = Int.max

    /// Reads the bounds of a pattern; what is no bound, no integer, or known only in the run leaves every length.
    init(_ pattern: Pattern) {
        guard case .object(let object) = pattern.test else { return }
        for case .compare(let comparison, let template) in object.operators.map(\.kind) {
            guard let bound = template.constant?.number?.int else { continue }
            switch comparison {
            case .greater: least = max(least, bound == .max ? bound : bound + 1)
            case .greaterOrEqual: least = max(least, bound)
            case .less: most = min(most, bound == .min ? bound : bound - 1)
            case .lessOrEqual: most = min(most, bound)
            }
        }
    }

    /// Whether no length is within the bounds.
    var isEmpty: Bool { least > most }
}
