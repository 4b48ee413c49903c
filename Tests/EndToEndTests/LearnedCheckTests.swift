import Foundation
import SessionModels
import Testing
import WireJSON

@testable import StytchConformance

/// What a run learns of the answers changes nothing of what it finds in them.
@Suite struct LearnedCheckTests {
    /// The bodies of all stored answers, as they are and on lines of their own.
    private static func bodies(_ reader: LearningReader) throws -> [JSONDocument] {
        let folder = Checkout.root.appending(path: "cases/payloads")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name in
            let stored = try JSONDocument(Array(Data(contentsOf: folder.appending(path: name))))
            guard let body = stored.root["body"] else { return [JSONDocument]() }
            return try [body.value.bytes(), body.value.bytes(.pretty)].map { try reader.document($0) }
        }
    }

    /// A body with one thing changed, by turns: a word, a time, a number, a key, a value.
    private static func changed(_ document: JSONDocument, _ turn: Int, _ reader: LearningReader) -> JSONDocument? {
        let changes = [
            ("Z\"", "X\""), ("\"password\"", "\"pass_word\""), ("200", "2e400"), ("_id\"", "_1d\""), ("[", "[null,"),
            ("\"email\"", "\"e\\u006dail\""), ("20", "21"), ("true", "false"), ("null", "\"\""), ("-test-", "-live-"),
            ("200", "200.0"), ("T0", "t0"), ("Z\"", "z\""),
        ]
        let text = String(decoding: document.bytes, as: UTF8.self)
        let (old, new) = changes[turn % changes.count]
        guard let range = text.range(of: old) else { return nil }
        return try? reader.document(Array(text.replacingCharacters(in: range, with: new).utf8))
    }

    @Test(arguments: ["sessions.GetResponse", "sessions.AuthenticateResponse", "errors.Error", "sessions.Session"])
    func `findings are those of decoding, however often an answer came before`(model: String) throws {
        let entry = try #require(ModelCatalog.all.first { $0.name == model })
        let reader = LearningReader()
        let check = LearnedCheck(entry)
        var (compared, clean) = (0, 0)
        for round in 0..<2 {
            for (place, document) in try Self.bodies(reader).enumerated() {
                let views = [document, Self.changed(document, place + round, reader)].compactMap(\.?.root)
                let parts = document.root["session"].map { [$0] } ?? []
                for view in views + parts {
                    let expected = entry.decode(view)
                    #expect(check.findings(in: view) == expected)
                    compared += 1
                    clean += expected.isEmpty ? 1 : 0
                }
            }
        }
        #expect(compared > 800)
        #expect(clean >= 4)
    }
}
