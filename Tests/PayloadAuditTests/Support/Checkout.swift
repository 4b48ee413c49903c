import Foundation
import PayloadAudit
import Testing
import WireJSON

/// The files of this checkout.
enum Checkout {
    static let root = (0..<4).reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}

/// A stored answer of the corpus: its body and the model that its case decodes it with.
struct StoredAnswer {
    let name: String
    let model: String
    /// Nil for a body that is no JSON.
    let body: JSONDocument?

    /// The files of `cases/payloads`, by name.
    static func files() throws -> [String] {
        let folder = Checkout.root.appending(path: "cases/payloads").path
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "cases/payloads/\($0)" }
    }

    /// All of `cases/payloads`, by name.
    static func all() throws -> [StoredAnswer] {
        let catalogue = try JSONDocument(Checkout.text("cases/operations.json")).root["operations"]
        return try files().map { file in
            let root = try JSONDocument(Checkout.text(file)).root
            let operation = root["operation"]?.string
            let isError = root["status"]?.number?.int ?? 200 >= 400
            let success = operation.flatMap { catalogue?[$0]?["model"]?.string } ?? root["model"]?.string
            let text = root["rawBody"]?.string ?? root["body"]?.text ?? ""
            return StoredAnswer(
                name: String(file.split(separator: "/").last ?? ""),
                model: isError ? "errors.Error" : success ?? "",
                body: try? JSONDocument(text)
            )
        }
    }

    private static let models = ModelTable(operations: [])

    /// A model of the catalogue by its name.
    static func model(_ name: String) throws -> AuditModel {
        try models.models[#require(models.index(ofModel: name))]
    }
}
