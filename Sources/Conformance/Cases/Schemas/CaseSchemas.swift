import WireJSON

/// The JSON Schemas of the files of a corpus, for editors; written from the grammar that the loader reads by.
package enum CaseSchemas {
    /// Every schema with the name of its file, in a fixed order.
    ///
    /// > Source: JSON Schema 2020-12
    package static func all() -> [(name: String, text: String)] {
        [
            ("suite", .object(Grammar.suite)),
            ("fragment", .object(Grammar.fragment)),
            ("shape", .pattern),
            ("payload", .object(Grammar.payloadFile)),
            ("operations", .object(Grammar.operations)),
            ("requirements", .list(.object(Grammar.requirement))),
            ("known-failures", .list(.object(Grammar.knownFailure))),
            ("accepted-changes", .list(.object(Grammar.acceptedChange))),
        ]
        .map { name, rule in ("\(name).schema.json", SchemaWriter.text(of: rule, title: name)) }
    }
}
