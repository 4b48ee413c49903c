/// A type that one JSON scalar is read into.
protocol TracedScalar {
    /// What stands for a value that is missing or wrong.
    static func placeholder(_ placeholders: Placeholders) -> Self
    /// What the type asks for, in words.
    static var expected: String { get }
    /// The value at a node, which is there; reports and gives a placeholder where it does not fit.
    static func read(_ node: Node.Index, _ session: TracingSession) -> Self
}

extension Bool: TracedScalar {
    static func placeholder(_ placeholders: Placeholders) -> Bool { false }
    static var expected: String { "boolean" }

    static func read(_ node: Node.Index, _ session: TracingSession) -> Bool {
        if session.nodes[node].kind == .bool {
            return session.memory.bool(at: node)
        }
        session.reportMismatch(at: node, expected: expected)
        return false
    }
}

extension String: TracedScalar {
    static func placeholder(_ placeholders: Placeholders) -> String { placeholders.text }
    static var expected: String { "string" }

    static func read(_ node: Node.Index, _ session: TracingSession) -> String {
        if session.nodes[node].kind == .string { return session.memory.text(of: node) }
        session.reportMismatch(at: node, expected: expected)
        return ""
    }
}

extension TracedScalar where Self: FixedWidthInteger {
    static func placeholder(_ placeholders: Placeholders) -> Self { 0 }
    static var expected: String { "integer" }

    static func read(_ node: Node.Index, _ session: TracingSession) -> Self {
        guard session.nodes[node].kind == .number else {
            session.reportMismatch(at: node, expected: expected)
            return 0
        }
        session.watch?.note(.integer(Int(clamping: Self.min)...Int(clamping: Self.max)), at: node)
        if let small = session.memory.smallInteger(at: node) {
            if let value = Self(exactly: small) { return value }
        } else {
            let number = session.memory.number(at: node)
            if let value = number.integer(Self.self) {
                if !number.isInteger {
                    session.report(.numberDoesNotFit, at: node, expected: "integer without '.' and exponent")
                }
                return value
            }
        }
        session.report(.numberDoesNotFit, at: node, expected: "integer from \(Self.min) to \(Self.max)")
        return 0
    }
}

extension Int: TracedScalar {}
extension Int8: TracedScalar {}
extension Int16: TracedScalar {}
extension Int32: TracedScalar {}
extension Int64: TracedScalar {}
extension Int128: TracedScalar {}
extension UInt: TracedScalar {}
extension UInt8: TracedScalar {}
extension UInt16: TracedScalar {}
extension UInt32: TracedScalar {}
extension UInt64: TracedScalar {}
extension UInt128: TracedScalar {}

extension Double: TracedScalar {
    static func placeholder(_ placeholders: Placeholders) -> Double { 0 }
    static var expected: String { "number" }

    static func read(_ node: Node.Index, _ session: TracingSession) -> Double {
        guard session.nodes[node].kind == .number else {
            session.reportMismatch(at: node, expected: expected)
            return 0
        }
        session.watch?.note(.unforeseen, at: node)
        // Not for 0, which may be written as -0.
        if let small = session.memory.smallInteger(at: node), small != 0, let value = Double(exactly: small) {
            return value
        }
        let number = session.memory.number(at: node)
        let value = number.double ?? 0
        if !number.isHeld(by: value, digits: FloatDigits.double) {
            session.report(.numberDoesNotFit, at: node, expected: "number that a Double holds")
        }
        return value
    }
}

extension Float: TracedScalar {
    static func placeholder(_ placeholders: Placeholders) -> Float { 0 }
    static var expected: String { "number" }

    static func read(_ node: Node.Index, _ session: TracingSession) -> Float {
        guard session.nodes[node].kind == .number else {
            session.reportMismatch(at: node, expected: expected)
            return 0
        }
        session.watch?.note(.unforeseen, at: node)
        let number = session.memory.number(at: node)
        let nearest = Float(number.shortToken) ?? 0
        let value = nearest.isFinite ? nearest : 0
        if !number.isHeld(by: Double(value), digits: FloatDigits.float) {
            session.report(.numberDoesNotFit, at: node, expected: "number that a Float holds")
        }
        return value
    }
}
