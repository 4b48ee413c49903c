import Conformance
import PayloadAudit
import WireJSON

/// What a corpus says of operations, as far as telling payloads apart needs it.
struct DecodeCatalogue {
    var operations: [AuditOperation]
    /// Members whose values are secret.
    var secretNames: [String]

    /// Reads the catalogue of a folder of cases, else the one that is built in.
    ///
    /// - Throws: `CommandFailure` with status 2 where the folder is no corpus, or its catalogue cannot be read.
    init(casesFolder: String?) throws {
        let files = try casesFolder.map { try CorpusSource.resolved(option: $0, paths: []).files() }
        let all = try files ?? CorpusSource.builtIn.files()
        guard let file = all.first(where: { $0.name.utf8.elementsEqual("operations.json".utf8) }),
            let root = try? JSONDocument(file.bytes).root
        else {
            throw CommandFailure(
                .wrongInput,
                "operations.json cannot be read",
                hint: "'stytch-conformance lint' shows what is wrong with it"
            )
        }
        secretNames = root["secrets"]?.elements.compactMap(\.string) ?? []
        operations = root["operations"]?.members.compactMap(Self.operation) ?? []
    }

    private static func operation(_ member: JSONMember) -> AuditOperation? {
        guard let method = member.value["method"]?.string, let path = member.value["path"]?.string,
            let model = member.value["model"]?.string
        else { return nil }
        return AuditOperation(name: member.key, method: method, path: path, model: model)
    }
}
