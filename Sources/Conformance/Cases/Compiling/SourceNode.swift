import WireJSON

/// A value of a file with what is needed to read it: where names in it are looked up, and how it came here.
struct SourceNode: Sendable {
    var view: JSONView
    var file: Int32
    /// The scope in which the value was written, by its index in the compiler.
    var scope: Int
    /// The last substitution that led here, by its index in the compiler; -1: none.
    var origin = -1
    /// Where the value is used, for one that the command line gives: it has no place of its own.
    var use: SourceLocation?

    var location: SourceLocation {
        use ?? SourceLocation(file: file, offset: UInt32(view.offset))
    }

    /// A part of this value: an element, or the value of a member.
    func part(_ view: JSONView) -> SourceNode {
        SourceNode(view: view, file: file, scope: scope, origin: origin, use: use)
    }

    /// The place of a member's key.
    func location(ofKey member: JSONMember) -> SourceLocation {
        location(ofKeyAt: member.keyOffset)
    }

    /// The place of a key.
    func location(ofKeyAt offset: Int) -> SourceLocation {
        use ?? SourceLocation(file: file, offset: UInt32(offset))
    }
}

/// A value after substitution.
struct ResolvedValue {
    enum Content {
        /// No text: `node.view` says it.
        case json
        case text(String)
        /// Known only when the step runs.
        case template(Template)
        /// A mistake, which has been reported, or a value that nobody gave yet; to be passed over in silence.
        case unknown
    }

    /// Where the value stands: for a row's value in the row, for an argument at the `use`.
    var node: SourceNode
    var content: Content

    var text: String? {
        if case .text(let text) = content { return text }
        return nil
    }

    var isUnknown: Bool {
        if case .unknown = content { return true }
        return false
    }
}

/// A substitution on the way to a value, so that a variable made of itself is noticed.
struct SubstitutionOrigin {
    var scope: Int
    var name: String
    var previous: Int
}
