package import WireJSON

/// A JSON value some of whose parts are known only when the case runs.
package indirect enum Template: Sendable, Hashable {
    /// Known at load.
    case constant(JSONValue)
    /// One placeholder alone: takes the value's own type.
    case hole(Hole)
    /// Text with placeholders in it; only texts, numbers (as written) and booleans may stand there.
    case text([TemplatePart])
    case array([Template])
    case object([TemplateMember])
}

/// A member of a templated object.
package struct TemplateMember: Sendable, Hashable {
    package var key: String
    package var value: Template

    package init(key: String, value: Template) {
        self.key = key
        self.value = value
    }
}

/// A piece of a templated text.
package enum TemplatePart: Sendable, Hashable {
    case literal(String)
    case hole(Hole)
}

/// What a placeholder stands for at run time; rows, arguments and constants are gone by then.
package enum Hole: Sendable, Hashable {
    /// A variable of the case, by its index in `CompiledCase.variables`.
    case variable(Int)
    /// The target's time, moved by so much, as an RFC 3339 text in whole seconds.
    case now(Duration)
    /// The status of the answer under check.
    case status
    /// A value in the body of the answer under check.
    case body(JSONPointer)
}

/// A variable of a compiled case: names are resolved to these at load.
package struct CaseVariable: Sendable, Hashable {
    /// Where the value comes from.
    package enum Origin: Sendable, Hashable {
        /// A capture of a step; unset until that step has run.
        case capture
        /// Made once, when the case begins.
        case builtIn(BuiltIn)
    }

    /// The name that the case's author sees, such as `second.session_id`.
    package var name: String
    package var origin: Origin
    /// Whether its value may never be shown: by its name, by `secret: true`, or because it is a made password.
    package var isSecret: Bool

    package init(name: String, origin: Origin, isSecret: Bool) {
        self.name = name
        self.origin = origin
        self.isSecret = isSecret
    }
}

/// A value that every case can use without capturing it.
package enum BuiltIn: Sendable, Hashable {
    case uuid
    case email
    case password
    case runID
    case projectID
    /// So many ASCII letters; at most 1,048,576.
    case letters(Int)
}
