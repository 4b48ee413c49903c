package import WireJSON

/// What a value must look like, with the place in the case file that says so.
package struct Pattern: Sendable, Hashable {
    package var location: SourceLocation
    package var test: Test

    package init(_ test: Test, at location: SourceLocation) {
        self.test = test
        self.location = location
    }

    /// The three forms of a pattern.
    package indirect enum Test: Sendable, Hashable {
        /// Text, number, boolean, null or a placeholder: equal in full (what comes at run time is never a pattern).
        case equals(Template)
        /// As long, and element by element.
        case array([Pattern])
        /// An object pattern: members that must be there, and operators, all of which must hold.
        case object(ObjectPattern)
    }
}

/// The members and operators of an expected object.
package struct ObjectPattern: Sendable, Hashable {
    package var members: [MemberPattern]
    package var operators: [PatternOperator]
    /// `$exact`: no member besides those named here.
    package var isExact: Bool
    /// `$optional`: or missing.
    package var isOptional: Bool
    /// `$nullable`: or null.
    package var isNullable: Bool
    /// `$absent`: must be missing; stands alone.
    package var isAbsent: Bool

    package init(
        members: [MemberPattern] = [],
        operators: [PatternOperator] = [],
        isExact: Bool = false,
        isOptional: Bool = false,
        isNullable: Bool = false,
        isAbsent: Bool = false
    ) {
        self.members = members
        self.operators = operators
        self.isExact = isExact
        self.isOptional = isOptional
        self.isNullable = isNullable
        self.isAbsent = isAbsent
    }
}

/// A member that an object must have (or may, or must not: its pattern says so).
package struct MemberPattern: Sendable, Hashable {
    package var name: String
    package var location: SourceLocation
    package var pattern: Pattern

    package init(name: String, location: SourceLocation, pattern: Pattern) {
        self.name = name
        self.location = location
        self.pattern = pattern
    }
}

/// An operator with the place of its key.
package struct PatternOperator: Sendable, Hashable {
    package var location: SourceLocation
    package var kind: Kind

    package init(_ kind: Kind, at location: SourceLocation) {
        self.kind = kind
        self.location = location
    }

    package indirect enum Kind: Sendable, Hashable {
        case type([TypeName])
        case literal(Template)
        case regex(RegexPattern)
        case format(Format)
        case compare(Comparison, Template)
        case near(Near)
        case length(Pattern)
        case each(Pattern)
        case contains([Pattern])
        case unordered([Pattern])
        case anyOf([Pattern])
        case allOf([Pattern])
        case not(Pattern)
        /// By index in `Corpus.shapes`.
        case shape(name: String, index: Int)
        case jwt(TokenPattern)
        case jwk
    }
}

/// The words of `$type`.
package enum TypeName: String, Sendable, Hashable, CaseIterable {
    case string, number, integer, boolean, array, object, null
}

/// The words of `$format`.
package enum Format: String, Sendable, Hashable, CaseIterable {
    case time, uuid, email, url, jwt, base64, base64url
}

/// `$gt`, `$gte`, `$lt` and `$lte`.
package enum Comparison: String, Sendable, Hashable, CaseIterable {
    case greater = "$gt"
    case greaterOrEqual = "$gte"
    case less = "$lt"
    case lessOrEqual = "$lte"
}

/// `$near`: a time, give or take.
package struct Near: Sendable, Hashable {
    /// Nil is `now`: the span from sending to answer.
    package var reference: Template?
    /// Durations may hold placeholders (`{{extension}}m`), so they are templates of duration texts.
    package var plus: Template
    package var within: Template

    package init(reference: Template?, plus: Template, within: Template) {
        self.reference = reference
        self.plus = plus
        self.within = within
    }
}

/// `$jwt`: a token that verifies now with the target's keys, or is refused for just one reason.
package struct TokenPattern: Sendable, Hashable {
    package var header: Pattern?
    package var claims: Pattern?
    /// Of `iat` as seconds since 1970.
    package var issued: Pattern?
    /// Where in this answer the session stands whose words the token must repeat.
    package var session: JSONPointer?
    package var lifetime: Duration?
    package var maximumAge: Duration?
    /// One of the words of `TokenRefusal`.
    package var refused: String?

    package init(
        header: Pattern? = nil,
        claims: Pattern? = nil,
        issued: Pattern? = nil,
        session: JSONPointer? = nil,
        lifetime: Duration? = nil,
        maximumAge: Duration? = nil,
        refused: String? = nil
    ) {
        self.header = header
        self.claims = claims
        self.issued = issued
        self.session = session
        self.lifetime = lifetime
        self.maximumAge = maximumAge
        self.refused = refused
    }
}
