package import WireJSON

/// What is wrong with a table of fields.
package struct SDKTableError: Error, Equatable, CustomStringConvertible {
    /// In words, with the place: `/types/sessions.JWK/kid: …`.
    package let description: String
}

extension SDKFieldTable {
    /// The table of the Go SDK that is compiled in.
    ///
    /// Fails where the text compiled in is no table, which a test refuses.
    package static func go() throws -> SDKFieldTable {
        try SDKFieldTable(JSONDocument(GoFieldsText.json))
    }

    /// Reads a table; fails on the first thing that is wrong in it.
    package init(_ document: JSONDocument) throws(SDKTableError) {
        let root = document.root
        let sdk = try Self.text(root["sdk"], at: "/sdk")
        var versions: [SDKVersion] = []
        for element in root["versions"]?.elements.map({ $0 }) ?? [] {
            guard let version = element.string.flatMap(SDKVersion.init) else {
                throw SDKTableError(description: "/versions: expected a version such as v15.4.0, found \(element.text)")
            }
            guard versions.last.map({ $0 < version }) ?? true else {
                throw SDKTableError(description: "/versions: expected the oldest first, found \(version) too late")
            }
            versions.append(version)
        }
        guard !versions.isEmpty else { throw SDKTableError(description: "/versions: expected at least one") }
        let reading = TableReading(versions: versions)
        self.sdk = sdk
        self.versions = versions
        answers = try reading.firsts(root["answers"], at: "/answers")
        enums = try reading.enums(root["enums"])
        structs = try reading.structs(root["types"])
        try checkNames()
    }

    static func text(_ view: JSONView?, at place: String) throws(SDKTableError) -> String {
        guard let text = view?.string else { throw SDKTableError(description: "\(place): expected a text") }
        return text
    }

    private func checkNames() throws(SDKTableError) {
        for (name, fields) in structs {
            for field in fields.declared {
                guard let type = field.type.name, !hasModel(type) else { continue }
                throw SDKTableError(description: "/types/\(name)/\(field.key): there is no type '\(type)'")
            }
        }
    }
}

/// The reading of one table.
private struct TableReading {
    let versions: [SDKVersion]

    /// The place of a version of the table; the end for `never`.
    func place(_ view: JSONView?, at place: String) throws(SDKTableError) -> Int {
        let text = try SDKFieldTable.text(view, at: place)
        if text.utf8.elementsEqual("never".utf8) { return versions.count }
        guard let found = SDKVersion(text).flatMap({ versions.firstIndex(of: $0) }) else {
            throw SDKTableError(description: "\(place): expected one of the versions or 'never', found '\(text)'")
        }
        return found
    }

    func firsts(_ view: JSONView?, at place: String) throws(SDKTableError) -> [String: Int] {
        var firsts: [String: Int] = [:]
        for member in view?.members.map({ $0 }) ?? [] {
            firsts[member.key] = try self.place(member.value, at: "\(place)/\(member.key)")
        }
        return firsts
    }

    func enums(_ view: JSONView?) throws(SDKTableError) -> [String: [String: Int]] {
        var enums: [String: [String: Int]] = [:]
        for member in view?.members.map({ $0 }) ?? [] {
            let place = "/enums/\(member.key)"
            var words = try firsts(member.value["later"], at: "\(place)/later")
            for word in member.value["words"]?.elements.map({ $0 }) ?? [] {
                words[try SDKFieldTable.text(word, at: "\(place)/words")] = 0
            }
            guard !words.isEmpty else { throw SDKTableError(description: "\(place): expected words") }
            enums[member.key] = words
        }
        return enums
    }

    func structs(_ view: JSONView?) throws(SDKTableError) -> [String: SDKFieldTable.Fields] {
        var structs: [String: SDKFieldTable.Fields] = [:]
        for member in view?.members.map({ $0 }) ?? [] {
            structs[member.key] = try fields(member.value, at: "/types/\(member.key)")
        }
        return structs
    }

    private func fields(_ view: JSONView, at place: String) throws(SDKTableError) -> SDKFieldTable.Fields {
        var fields = SDKFieldTable.Fields()
        for member in view.members.map({ $0 }) {
            if member.keyIs("*") {
                fields.others = WireType(try SDKFieldTable.text(member.value, at: "\(place)/*"))
                continue
            }
            let field = try field(member, at: "\(place)/\(member.key)")
            fields.declared.append(field)
            let read = SDKFieldTable.Field(key: field.key, type: field.type, since: field.since, readAs: nil)
            for (key, field) in [(field.key, field), (field.readAs, read)] {
                guard let key else { continue }
                guard fields.read.updateValue(field, forKey: SDKFieldTable.folded(key)) == nil else {
                    throw SDKTableError(description: "\(place)/\(key): the key is there before")
                }
            }
        }
        return fields
    }

    private func field(_ member: JSONMember, at place: String) throws(SDKTableError) -> SDKFieldTable.Field {
        if let type = member.value.string {
            return SDKFieldTable.Field(key: member.key, type: WireType(type), since: 0, readAs: nil)
        }
        let since = try member.value["since"].map { view throws(SDKTableError) in
            try self.place(view, at: "\(place)/since")
        }
        return SDKFieldTable.Field(
            key: member.key,
            type: WireType(try SDKFieldTable.text(member.value["type"], at: "\(place)/type")),
            since: since ?? 0,
            readAs: member.value["name"]?.string
        )
    }
}
