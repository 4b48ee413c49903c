import WireJSON

/// What the answers of each operation may hold: maps whose keys mean nothing, and words of closed lists.
struct ShapesOfAnswers: Sendable {
    /// The model of a good answer, by the names of the operations.
    private let models: [String: String]
    private let declared: DeclaredModels

    /// Takes the models of answers from the catalogue.
    init(_ catalogue: Catalogue, _ declared: DeclaredModels) {
        models = Dictionary(catalogue.operations.map { ($0.name, $0.model) }) { _, last in last }
        self.declared = declared
    }

    func settings(_ operation: String, isSuccess: Bool) -> ShapeSettings {
        guard isSuccess else { return declared.settings(of: AnswerJudge.errorModel) }
        return models[operation].map(declared.settings) ?? ShapeSettings()
    }
}
