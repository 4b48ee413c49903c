import Synchronization
import WireJSON

/// The patterns of `$regex` that were read already: a case is compiled once for each row, its patterns once.
///
/// A class, as every copy of a library must share it.
final class RegexCache: Sendable {
    /// The most instructions of patterns that are kept, and one for each source besides its own: a few megabytes.
    ///
    /// Those that rows make up by the thousand are read each time.
    private static let mostKept = 131_072

    private struct Kept {
        var patterns: [String: RegexPattern] = [:]
        var size = 0
    }

    private let kept = Mutex(Kept())

    /// Reads a pattern, or takes the one that was read before.
    ///
    /// - Throws: `RegexPatternError` where the source is no pattern.
    func pattern(_ source: String) throws(RegexPatternError) -> RegexPattern {
        // Keys are compared canonically, so a pattern found is only taken where its source is the same scalars.
        if let known = kept.withLock({ $0.patterns[source] }), known.source.hasSameScalars(as: source) { return known }
        let pattern = try RegexPattern(source)
        let size = pattern.programLength + source.utf8.count + 64
        kept.withLock { kept in
            guard kept.size + size <= Self.mostKept else { return }
            kept.patterns[source] = pattern
            kept.size += size
        }
        return pattern
    }
}
