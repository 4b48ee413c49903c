import Conformance
import Dispatch
import SessionModels
import WireJSON

/// Reads a corpus with what this program knows: the models.
enum Loading {
    /// What the loader is told.
    static func options(_ constants: JSONObject) -> LoadOptions {
        LoadOptions(constants: constants, models: Set(ModelCatalog.all.map(\.name))) { count, body in
            DispatchQueue.concurrentPerform(iterations: count, execute: body)
        }
    }

    /// A corpus without mistakes; its warnings are written on standard error.
    ///
    /// - Throws: `CommandFailure` with status 2 and every mistake where there is one.
    static func corpus(
        from source: CorpusSource,
        constants: JSONObject,
        knownFailures: KnownFailureFile? = nil
    ) throws -> Corpus {
        let ownFiles = try source.files()
        let files = try knownFailures?.replacing(in: ownFiles) ?? ownFiles
        let load = CorpusLoader.load(files, options: options(constants))
        for diagnostic in load.diagnostics { StandardStream.error.write(diagnostic.rendered + "\n") }
        guard let corpus = load.corpus else {
            let mistakes = load.diagnostics.filter { $0.severity == .error }
            var failure = CommandFailure(
                .wrongInput,
                "\(mistakes.count) mistake\(mistakes.count == 1 ? "" : "s") in case files; nothing was sent",
                hint: explainCommand(for: load.diagnostics).map { "'\($0)' says more" }
            )
            failure.mistakes = mistakes
            throw failure
        }
        warnOfUnusedConstants(corpus)
        return corpus
    }

    /// The selected cases, at least one, each path having a part in them.
    ///
    /// - Throws: `CommandFailure` with status 4 where no case is selected, and with status 2 where others are but none below
    ///   one of the paths.
    static func plan(_ corpus: Corpus, _ selection: Selection, _ place: SelectedPlace) throws -> RunPlan {
        let plan = RunPlan(corpus: corpus, selection: selection, target: .offeringAll)
        let misses = SelectionMisses(corpus: corpus, place: place)
        for path in selection.paths {
            let part = RunPlan(corpus: corpus, selection: Selection(paths: [path]), target: .offeringAll)
            if part.items.isEmpty {
                throw misses.failure(at: path, status: plan.items.isEmpty ? .nothingSelected : .wrongInput)
            }
        }
        guard !plan.items.isEmpty else { throw misses.failure(of: selection) }
        for warning in misses.warnings(on: selection) { StandardStream.error.write(warning) }
        return plan
    }

    /// Says which variables of `--variable` no file of the corpus uses.
    static func warnOfUnusedConstants(_ corpus: Corpus) {
        for (name, near) in corpus.unusedConstants {
            StandardStream.error.write(
                "warning: no case uses the variable '\(name)' of --variable\n"
                    + "  hint: \(near.map { "did you mean '\($0)'?" } ?? "'{{\(name)}}' in a case would take its value")\n"
            )
        }
    }

    /// The command that explains the codes of some mistakes, at most five of them; nil where there is none.
    static func explainCommand(for diagnostics: [CaseDiagnostic]) -> String? {
        var codes: [String] = []
        for code in diagnostics.map(\.code.rawValue) where !codes.contains(code) { codes.append(code) }
        return codes.isEmpty ? nil : "stytch-conformance explain \(codes.prefix(5).joined(separator: " "))"
    }

    /// The last line of `lint`.
    static func verdict(on diagnostics: [CaseDiagnostic], files: Int, cases: Int?) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        let caseWords = cases.map { ", \($0) case\($0 == 1 ? "" : "s")" } ?? ""
        let warningWords = warnings > 0 ? ", \(warnings) warning\(warnings == 1 ? "" : "s")" : ""
        return
            "\(files) file\(files == 1 ? "" : "s")\(caseWords): \(errors) mistake\(errors == 1 ? "" : "s")\(warningWords)\n"
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
