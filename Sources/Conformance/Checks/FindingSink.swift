/// Where one check puts what it finds.
///
/// A class, so that noting a finding does not claim the whole checker for writing: the texts of a finding are made from
/// the checker itself, and only where they are wanted. It never leaves the check that made it.
final class FindingSink {
    var findings: [RawFinding] = []
    /// Above 0 while it is only asked whether a pattern holds.
    var quietDepth = 0
    var hasFailedQuietly = false
    /// A `$jwt` was met and there are no keys yet: get them and check again.
    var needsKeys = false
    /// A token was refused for a key that the set does not have: the set may be old.
    var metUnknownKey = false
    /// What the `$regex` patterns of the check may still cost.
    var regexBudget = RegexBudget()
    /// That a `$regex` was given up for its cost: then it is not known whether the value fits, whatever else holds.
    var surrender: RawFinding?

    /// All that was found; what was given up is a finding also where it was only asked whether a pattern holds.
    var allFindings: [RawFinding] {
        findings + (surrender.map { [$0] } ?? [])
    }
}
