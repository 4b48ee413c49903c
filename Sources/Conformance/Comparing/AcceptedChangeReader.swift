import WireJSON

/// Reads an accept file: the changes between two runs that somebody has agreed to.
package enum AcceptedChangeReader {
    /// What came of reading.
    package struct Reading: Sendable {
        /// In the order of the file; of a file with mistakes, none.
        package var changes: [AcceptedChange]
        /// All mistakes, by place.
        package var diagnostics: [CaseDiagnostic]
    }

    /// Reads a file with all its mistakes.
    ///
    /// - Parameters:
    ///   - path: As it is to be shown.
    ///   - bytes: The whole file.
    /// - Returns: The changes, or the mistakes.
    package static func read(path: String, _ bytes: [UInt8]) -> Reading {
        var reading = CorpusReading(LoadOptions())
        reading.parse([CorpusFile(path: path, name: CorpusFileRole.acceptedChangesName, bytes: bytes)])
        let changes = reading.readAcceptedChanges()
        let diagnostics = reading.result().diagnostics
        return Reading(changes: diagnostics.isEmpty ? changes : [], diagnostics: diagnostics)
    }
}

extension CorpusReading {
    /// Reads the list of accepted changes; what cannot be read is left out and told.
    mutating func readAcceptedChanges() -> [AcceptedChange] {
        guard let file = parsed.first(where: { $0.role == .acceptedChanges }) else { return [] }
        var compiler = CaseCompiler(library, isValidating: true)
        var changes: [AcceptedChange] = []
        for fields in compiler.objects(of: file, as: Grammar.acceptedChange) {
            let kind = compiler.text(fields, "change").flatMap(ChangeKind.init(rawValue:))
            let subject = compiler.acceptedSubject(fields, of: kind)
            let (reason, until) = (compiler.text(fields, "reason") ?? "", compiler.text(fields, "until") ?? "")
            if fields.has("reason"), reason.utf8.allSatisfy({ $0 <= 0x20 }) {
                compiler.reportEmpty("reason", in: fields)
            }
            guard let kind, let subject else { continue }
            changes.append(
                AcceptedChange(
                    kind: kind,
                    subject: subject,
                    reason: reason,
                    until: until,
                    position: position(of: fields.node.location)
                )
            )
        }
        problems.add(compiler.problems)
        return changes
    }

    private func position(of location: SourceLocation) -> FilePosition {
        let file = library.files[Int(location.file)]
        let place = file.document.position(at: Int(location.offset))
        return FilePosition(file: file.path, line: place.line, column: place.column)
    }
}

extension CaseCompiler {
    /// What an entry is about; reports a key that does not go with the kind of change.
    fileprivate mutating func acceptedSubject(
        _ fields: ObjectFields,
        of kind: ChangeKind?
    ) -> AcceptedChange.Subject? {
        let keys = ["case", "operation", "statement", "model"]
        guard let key = keys.first(where: fields.has), let glob = text(fields, key) else { return nil }
        if glob.isEmpty { reportEmpty(key, in: fields) }
        if let pointer = text(fields, "pointer"), pointer.isEmpty { reportEmpty("pointer", in: fields) }
        if let kind, let node = fields[key], !kind.subject.acceptKeys.contains(where: { $0.hasSameScalars(as: key) }) {
            let expected = kind.subject.acceptKeys.map { "'\($0)'" }.joined(separator: " or ")
            report(
                .wrongValue("the key of '\(kind.rawValue)'", expected: expected, found: "'\(key)'", near: nil),
                at: node.location
            )
        }
        switch key {
        case "case": return .cases(glob)
        case "operation": return .operations(glob, pointer: text(fields, "pointer"))
        case "model": return .models(glob, pointer: text(fields, "pointer"))
        default: return .statements(glob)
        }
    }

    fileprivate mutating func reportEmpty(_ key: String, in fields: ObjectFields) {
        guard let node = fields[key] else { return }
        report(
            .wrongValue(
                "'\(key)'",
                expected: "a text that is not empty",
                found: JSONText.quoted(text(fields, key) ?? ""),
                near: nil
            ),
            at: node.location
        )
    }
}

extension ChangeKind.Subject {
    /// The keys by which an entry may name such a subject.
    fileprivate var acceptKeys: [String] {
        switch self {
        case .cases, .drift: ["case"]
        case .answers, .speed: ["operation"]
        case .statements: ["statement"]
        case .models: ["model"]
        }
    }
}
