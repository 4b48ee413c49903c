import Synchronization

/// The patterns of `$regex` that were read already: a case is compiled once for each row, its patterns once.
///
/// A class, as every copy of a library must share it.
final class RegexCache: Sendable {
    /// The most patterns that are kept; those that rows make up by the thousand are read each time.
    private static let mostKept = 1_024

    private let patterns = Mutex<[String: RegexPattern]>([:])

    /// Reads a pattern, or takes the one that was read before.
    ///
    /// - Throws: `RegexPatternError` where the source is no pattern.
    func pattern(_ source: String) throws(RegexPatternError) -> RegexPattern {
        // Keys are compared canonically, so a pattern found is only taken where its source is the same scalars.
        if let known = patterns.withLock({ $0[source] }), known.source.hasScalars(of: source) { return known }
        let pattern = try RegexPattern(source)
        patterns.withLock { patterns in
            if patterns.count < Self.mostKept { patterns[source] = pattern }
        }
        return pattern
    }
}
