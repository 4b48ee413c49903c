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
            return session.storage.bytes[session.nodes[node].start] == UInt8(ascii: "t")
        }
        session.reportMismatch(at: node, expected: expected)
        return false
    }
}

extension String: TracedScalar {
    static func placeholder(_ placeholders: Placeholders) -> String { placeholders.text }
    static var expected: String { "string" }

    static func read(_ node: Node.Index, _ session: TracingSession) -> String {
        if session.nodes[node].kind == .string { return session.storage.text(of: node) }
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
        if let small = session.storage.smallInteger(at: node) {
            if let value = Self(exactly: small) { return value }
        } else if let value = session.storage.number(at: node).integer(Self.self) {
            return value
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
        // Not for 0, which may be written as -0.
        if let small = session.storage.smallInteger(at: node), small != 0, let value = Double(exactly: small) {
            return value
        }
        let number = session.storage.number(at: node)
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
        let number = session.storage.number(at: node)
        let nearest = Float(number.shortToken) ?? 0
        let value = nearest.isFinite ? nearest : 0
        if !number.isHeld(by: Double(value), digits: FloatDigits.float) {
            session.report(.numberDoesNotFit, at: node, expected: "number that a Float holds")
        }
        return value
    }
}

extension JSONStorage {
    /// The number at a node.
    func number(at node: Node.Index) -> JSONNumber {
        JSONNumber(checked: String(decoding: bytes[nodes[node].start..<nodes[node].end], as: UTF8.self))
    }

    /// The value of a number written as an integer of at most 18 digits, else nil.
    func smallInteger(at index: Node.Index) -> Int? {
        let node = nodes[index]
        guard node.end - node.start <= 18 else { return nil }
        var value = 0
        var start = node.start
        let isNegative = bytes[start] == .minus
        if isNegative { start += 1 }
        for place in start..<node.end {
            let digit = bytes[place] &- .zero
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return isNegative ? -value : value
    }

    /// Whether a key that counts among its duplicates is this text.
    func key(at index: Node.Index, is text: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[index]
        if node.isUnusualKey {
            return !node.flags.contains(.superseded) && self.text(of: index).utf8.elementsEqual(text)
        }
        let start = node.start &+ 1
        guard node.end &- 1 &- start == text.count else { return false }
        for place in 0..<text.count where bytes[start &+ place] != text[place] { return false }
        return true
    }
}
