/// What a type has asked for so far.
final class SchemaRecorder {
    /// What stands for a text.
    var text = ""
    /// Which key of a type that lists the keys which are there is there: 0 for none, else its place from 1.
    let variant: Int
    /// The most keys that any such type knows.
    private(set) var mostVariants = 0
    private(set) var order: [JSONPointer] = []
    private(set) var fields: [JSONPointer: DeclaredField] = [:]
    /// The types that are being asked, outermost first.
    private var open: [ObjectIdentifier] = []

    init(variant: Int) {
        self.variant = variant
    }

    func change(_ pointer: JSONPointer, _ body: (inout DeclaredField) -> Void) {
        if fields[pointer] == nil { order.append(pointer) }
        body(&fields[pointer, default: DeclaredField(pointer: pointer)])
    }

    func note(_ kinds: ObservedKinds, _ expected: String, at pointer: JSONPointer) {
        change(pointer) { field in
            field.kinds.formUnion(kinds)
            if !field.expected.contains(where: { $0.hasSameScalars(as: expected) }) { field.expected.append(expected) }
        }
    }

    func noteVariants(_ count: Int) {
        mostVariants = max(mostVariants, count)
    }

    /// Asks a type, unless it is being asked already: then what it holds is known from there.
    func ask<T: Decodable>(_ type: T.Type, at pointer: JSONPointer, _ body: () throws -> T) throws -> T {
        let name = ObjectIdentifier(type)
        guard !open.contains(name), open.count < Placeholders.deepest else {
            change(pointer) { $0.isRecursive = true }
            throw AlreadyReported()
        }
        // The outermost type of those that share an object.
        if fields[pointer]?.type == nil { change(pointer) { $0.type = type } }
        open.append(name)
        defer { open.removeLast() }
        return try body()
    }
}

extension DeclaredModel {
    /// Asks a type what it asks for, by decoding it from stand-ins.
    ///
    /// A type that lists the keys which are there is asked again with each of its keys alone, where those are the cases
    /// of an enumeration; what it does not ask for each time is optional.
    package init<T: Decodable>(of type: T.Type) {
        var passes = [Self.pass(type, variant: 0)]
        let others = passes[0].mostVariants
        for variant in 0..<others { passes.append(Self.pass(type, variant: variant + 1)) }
        var order: [JSONPointer] = []
        var fields: [JSONPointer: DeclaredField] = [:]
        for pass in passes {
            for pointer in pass.order {
                guard var field = pass.fields[pointer] else { continue }
                if fields[pointer] == nil { order.append(pointer) }
                field.isOptional = field.isOptional || !passes.allSatisfy { $0.fields[pointer] != nil }
                fields[pointer] = field
            }
        }
        root = fields[.root] ?? DeclaredField(pointer: .root)
        self.fields = order.filter { $0 != .root }.compactMap { fields[$0] }
    }

    private static func pass<T: Decodable>(_ type: T.Type, variant: Int) -> SchemaRecorder {
        let recorder = SchemaRecorder(variant: variant)
        // A type that refuses every stand-in has been asked all the same.
        _ = try? SchemaDecoder(recorder: recorder, pointer: .root).value(type)
        return recorder
    }
}
