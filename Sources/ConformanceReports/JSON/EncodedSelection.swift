import Conformance
import WireJSON

/// Which cases a run was asked for.
package struct EncodedSelection: Decodable, Sendable, Equatable {
    package var paths: [String]?
    package var filters: [String]?
    package var tags: [String]?
    /// Their full ids, where only some were asked for by name.
    package var cases: [String]?

    /// Nil where every case was asked for.
    init?(_ selection: Selection) {
        guard selection != Selection() else { return nil }
        paths = selection.paths.nonEmpty
        filters = selection.filters.nonEmpty
        tags = selection.tags.nonEmpty
        cases = selection.ids
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("paths", paths ?? [])
        members.add("filters", filters ?? [])
        members.add("tags", tags ?? [])
        members.add("cases", cases ?? [])
        return members.object
    }
}
