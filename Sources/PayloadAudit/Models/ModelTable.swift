package import SessionModels
package import WireJSON

/// A model, and what was found by asking it.
///
/// A class, as it is taken out of the table for each payload: a copy of all its parts took longer than the parts did.
package final class AuditModel: Sendable {
    package let entry: ModelEntry
    package let declared: DeclaredModel
    /// A shape of no payload, which knows the open maps and words of the model.
    let shape: ObservedShape
    let openMaps: Set<JSONPointer>
    let fit: FitNode
    private let pointers: Set<JSONPointer>

    init(_ entry: ModelEntry) {
        self.entry = entry
        declared = entry.declared()
        shape = ObservedShape(declared.shapeSettings)
        openMaps = Set(declared.fields.filter(\.isOpenMap).map(\.pointer))
        fit = FitNode(declared)
        pointers = Set(declared.fields.map(\.pointer))
    }

    func declares(_ pointer: JSONPointer) -> Bool { pointers.contains(pointer) }

    package var name: String { entry.name }
}

/// Every model that a payload can be decoded with, and how its own is found.
package struct ModelTable: Sendable {
    /// The place of a model in ``models``.
    package typealias Index = Int

    package let models: [AuditModel]
    package let operations: [AuditOperation]
    /// The model of errors.
    let error: Index
    private let byModel: [[UInt8]: Index]
    private let byOperation: [[UInt8]: Index]
    /// The models that a payload may fit, in the order in which the first of equally good ones is taken: answers, then their parts.
    ///
    /// Not the parameters of requests: a payload is an answer, and most of their members are optional, so that they fit anything.
    let candidates: [Index]

    /// Takes every model of the catalogue, and the operations whose answers they are.
    package init(operations: [AuditOperation]) {
        let models = ModelCatalog.all.map(AuditModel.init)
        self.operations = operations
        self.models = models
        error = models.firstIndex { $0.name.utf8.elementsEqual("errors.Error".utf8) } ?? 0
        let byModel = Dictionary(models.indices.map { (Array(models[$0].name.utf8), $0) }) { first, _ in first }
        let known = operations.compactMap { operation in
            byModel[Array(operation.model.utf8)].map { (Array(operation.name.utf8), $0) }
        }
        self.byModel = byModel
        byOperation = Dictionary(known) { first, _ in first }
        let answers = operations.map(\.model)
        func rank(_ index: Index) -> Int {
            let name = models[index].name
            return answers.firstIndex { $0.utf8.elementsEqual(name.utf8) } ?? answers.count
        }
        candidates = models.indices.filter {
            !models[$0].declared.fields.isEmpty && !models[$0].name.hasSuffix("Params")
        }
        .sorted { (rank($0), $0) < (rank($1), $1) }
    }

    /// The place of a model.
    package func index(ofModel name: String) -> Index? {
        byModel[Array(name.utf8)]
    }

    /// The place of the model of an operation's answers.
    package func index(ofOperation name: String) -> Index? {
        byOperation[Array(name.utf8)]
    }

    func index(method: String?, url: String) -> Index? {
        operations.first { $0.isAt(method: method, url: url) }.flatMap { index(ofModel: $0.model) }
    }
}

/// How the model of a payload was found.
package enum ModelChoice: String, Sendable, CaseIterable {
    /// The input names the operation or the model.
    case operation = "operation"
    /// The input has method and address.
    case address = "address"
    /// An option says it.
    case option = "option"
    /// An error by its status or form.
    case error = "error"
    /// The model that its members fit best.
    case fit = "fit"

    /// How it was found, in words.
    package var words: String {
        switch self {
        case .operation: "by operation"
        case .address: "by address"
        case .option: "by option"
        case .error: "as error"
        case .fit: "by best fit"
        }
    }
}
