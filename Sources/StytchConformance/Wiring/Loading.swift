import Conformance
import SessionModels
import WireJSON

/// Reads a corpus with what this program knows: the models.
enum Loading {
    /// What the loader is told.
    static func options(_ constants: JSONObject) -> LoadOptions {
        LoadOptions(constants: constants, models: Set(ModelCatalog.all.map(\.name)))
    }

    /// A corpus without mistakes; its warnings are written on standard error.
    ///
    /// - Throws: `CommandFailure` with status 2 and every mistake where there is one.
    static func corpus(from source: CorpusSource, constants: JSONObject) throws -> Corpus {
        let files = try source.files()
        let load = CorpusLoader.load(files, options: options(constants))
        for diagnostic in load.diagnostics { StandardStream.error.write(diagnostic.rendered + "\n") }
        guard let corpus = load.corpus else {
            let mistakes = load.diagnostics.count { $0.severity == .error }
            throw CommandFailure(
                .wrongInput,
                "\(mistakes) mistake\(mistakes == 1 ? "" : "s") in case files; nothing was sent"
            )
        }
        return corpus
    }

    /// The last line of `lint`.
    static func verdict(on diagnostics: [CaseDiagnostic], files: Int, cases: Int?) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        let caseWords = cases.map { ", \($0) cases" } ?? ""
        let warningWords = warnings > 0 ? ", \(warnings) warning\(warnings == 1 ? "" : "s")" : ""
        return "\(files) files\(caseWords): \(errors) mistake\(errors == 1 ? "" : "s")\(warningWords)\n"
    }
}

extension CommandFailure {
    static let nothingSelected = CommandFailure(
        .nothingSelected,
        "the selection matches no case",
        hint: "'stytch-conformance list' names all cases; in a filter '*' stands for any letters but '/', '**' for any"
    )
}

extension Target {
    /// A target that offers everything and is never asked: what a listing is planned for.
    static let offeringAll = Target(
        name: "mock",
        baseURL: "",
        projectID: "",
        secret: "",
        offers: Set(Offer.allCases.map(\.rawValue)),
        isMock: true
    )
}
