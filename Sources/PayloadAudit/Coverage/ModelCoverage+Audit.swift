import WireJSON

extension ModelCoverage {
    /// Of the payloads that an audit decoded with a model.
    init(_ model: AuditModel, _ shape: ObservedShape) {
        self.init(
            model: model.name,
            model.declared,
            payloads: shape.count,
            shape.fields.map { Sight(pointer: $0.pointer, count: $0.count, nulls: $0.nulls, words: $0.words) }
        )
    }
}
