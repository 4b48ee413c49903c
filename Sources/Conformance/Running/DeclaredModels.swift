import Synchronization
package import WireJSON

/// What models declare, each asked for when it is first needed: a run of one case needs one model of many.
package final class DeclaredModels: Sendable {
    private struct Known {
        var model: DeclaredModel?
        var settings: ShapeSettings
    }

    private let find: @Sendable (String) -> DeclaredModel?
    private let known = Mutex<[String: Known]>([:])

    /// Makes one of the models that `find` knows by name; without it, nothing is known of any.
    package init(_ find: @escaping @Sendable (String) -> DeclaredModel? = { _ in nil }) {
        self.find = find
    }

    /// What a model declares; nil where that is not known.
    package subscript(model: String) -> DeclaredModel? { known(model).model }

    /// What a fold of answers of a model should know; of one that is not known, nothing.
    func settings(of model: String) -> ShapeSettings { known(model).settings }

    private func known(_ name: String) -> Known {
        known.withLock { known in
            if let model = known[name] { return model }
            let model = find(name)
            let found = Known(model: model, settings: model?.shapeSettings ?? ShapeSettings())
            known[name] = found
            return found
        }
    }
}
