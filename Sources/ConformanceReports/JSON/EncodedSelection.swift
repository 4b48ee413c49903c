import Conformance
import WireJSON

/// Which cases a run was asked for.
package struct EncodedSelection: Decodable, Sendable, Equatable {
    package var paths: [String]?
    package var filters: [String]?
    package var tags: [String]?

    /// Nil where every case was asked for.
    init?(_ selection: Selection) {
        guard selection != Selection() else { return nil }
        paths = selection.paths.nonEmpty
        filters = selection.filters.nonEmpty
        tags = selection.tags.nonEmpty
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("paths", paths ?? [])
        members.add("filters", filters ?? [])
        members.add("tags", tags ?? [])
        return members.object
    }
}
