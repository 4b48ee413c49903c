import Synchronization
package import WireJSON

/// What answers of each model may hold, found when it is first asked for: a run of one case needs one model of many.
package final class ModelShapes: Sendable {
    private let find: @Sendable (String) -> ShapeSettings?
    private let known = Mutex<[String: ShapeSettings]>([:])

    /// Makes shapes of the models that `find` knows by name; without it, nothing is known of any.
    package init(_ find: @escaping @Sendable (String) -> ShapeSettings? = { _ in nil }) {
        self.find = find
    }

    /// What is known of a model; settings without maps and words where that is nothing.
    func settings(of model: String) -> ShapeSettings {
        known.withLock { known in
            if let settings = known[model] { return settings }
            let settings = find(model) ?? ShapeSettings()
            known[model] = settings
            return settings
        }
    }
}

/// What the answers of each operation may hold: maps whose keys mean nothing, and words of closed lists.
struct ShapesOfAnswers: Sendable {
    /// The model of a good answer, by the names of the operations.
    private let models: [String: String]
    private let shapes: ModelShapes

    /// Takes the models of answers from the catalogue.
    init(_ catalogue: Catalogue, _ shapes: ModelShapes) {
        models = Dictionary(catalogue.operations.map { ($0.name, $0.model) }) { _, last in last }
        self.shapes = shapes
    }

    func settings(_ operation: String, isSuccess: Bool) -> ShapeSettings {
        guard isSuccess else { return shapes.settings(of: AnswerJudge.errorModel) }
        return models[operation].map(shapes.settings) ?? ShapeSettings()
    }
}
