extension JSONValue {
    /// The JSON that an `Encodable` writes: keys in the order encoded, number tokens of JSON values kept as they are.
    ///
    /// Fails with what the value throws, and with `EncodingError.invalidValue` for an infinite number or NaN.
    public static func encoding(_ value: some Encodable) throws -> JSONValue {
        let encoder = JSONValueEncoder(slot: JSONSlot(), codingPath: [])
        try value.encode(to: encoder)
        return encoder.slot.value
    }
}

/// A place that an encoder fills: with a value, or with a container that grows.
final class JSONSlot {
    private enum Content {
        case value(JSONValue)
        case array([JSONSlot])
        case object([(key: String, slot: JSONSlot)], places: [ScalarKey: Int])
    }

    private var content: Content?

    /// The whole value; an empty object where nothing was encoded.
    var value: JSONValue {
        switch content {
        case nil: .object(JSONObject())
        case .value(let value): value
        case .array(let slots): .array(slots.map(\.value))
        case .object(let members, _): .object(JSONObject(members.map { ($0.key, $0.slot.value) }))
        }
    }

    /// The number of elements so far.
    var count: Int {
        if case .array(let slots) = content { return slots.count }
        return 0
    }

    func set(_ value: JSONValue) {
        content = .value(value)
    }

    /// Makes this an object unless it is one.
    func becomeObject() {
        if case .object = content { return }
        content = .object([], places: [:])
    }

    /// Makes this an array unless it is one.
    func becomeArray() {
        if case .array = content { return }
        content = .array([])
    }

    /// A new element of this array.
    func appended() -> JSONSlot {
        let slot = JSONSlot()
        guard case .array(var slots) = content.take() else { return slot }
        slots.append(slot)
        content = .array(slots)
        return slot
    }

    /// The slot of a key of this object: a new one in the place of an old one.
    func member(_ key: String) -> JSONSlot {
        let slot = JSONSlot()
        guard case .object(var members, var places) = content.take() else { return slot }
        if let place = places[ScalarKey(key)] {
            members[place].slot = slot
        } else {
            places[ScalarKey(key)] = members.count
            members.append((key, slot))
        }
        content = .object(members, places: places)
        return slot
    }

    /// The container of a key where an encoder began one before, else a new slot.
    func container(_ key: String) -> JSONSlot {
        if case .object(let members, let places) = content, let place = places[ScalarKey(key)] {
            return members[place].slot
        }
        return member(key)
    }
}

/// An `Encoder` into a slot.
struct JSONValueEncoder: Encoder {
    let slot: JSONSlot
    let codingPath: [any CodingKey]

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.becomeObject()
        return KeyedEncodingContainer(KeyedValueContainer<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.becomeArray()
        return UnkeyedValueContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleValueEncoder(encoder: self)
    }

    /// The encoder of a value inside of this one.
    func child(_ slot: JSONSlot, _ key: any CodingKey) -> JSONValueEncoder {
        JSONValueEncoder(slot: slot, codingPath: codingPath + [key])
    }

    /// Sets the slot to a floating-point number.
    func set(_ value: some BinaryFloatingPoint & LosslessStringConvertible) throws {
        guard value.isFinite, let number = JSONNumber(token: value.description) else {
            throw EncodingError.invalidValue(
                value,
                EncodingError.Context(
                    codingPath: codingPath,
                    debugDescription: "expected a finite number, found \(value)"
                )
            )
        }
        slot.set(.number(number))
    }

    /// Sets the slot to an integer.
    func set(_ value: some FixedWidthInteger) {
        slot.set(.number(JSONNumber(checked: String(value))))
    }
}

private struct SingleValueEncoder: SingleValueEncodingContainer {
    let encoder: JSONValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.slot.set(.null) }
    func encode(_ value: some Encodable) throws { try value.encode(to: encoder) }
    func encode(_ value: Bool) { encoder.slot.set(.bool(value)) }
    func encode(_ value: String) { encoder.slot.set(.string(value)) }
    func encode(_ value: Double) throws { try encoder.set(value) }
    func encode(_ value: Float) throws { try encoder.set(value) }
    func encode(_ value: Int) { encoder.set(value) }
    func encode(_ value: Int8) { encoder.set(value) }
    func encode(_ value: Int16) { encoder.set(value) }
    func encode(_ value: Int32) { encoder.set(value) }
    func encode(_ value: Int64) { encoder.set(value) }
    func encode(_ value: Int128) { encoder.set(value) }
    func encode(_ value: UInt) { encoder.set(value) }
    func encode(_ value: UInt8) { encoder.set(value) }
    func encode(_ value: UInt16) { encoder.set(value) }
    func encode(_ value: UInt32) { encoder.set(value) }
    func encode(_ value: UInt64) { encoder.set(value) }
    func encode(_ value: UInt128) { encoder.set(value) }
}

private struct KeyedValueContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    private func member(_ key: Key) -> JSONValueEncoder {
        encoder.child(encoder.slot.member(key.stringValue), key)
    }

    private func container(_ key: any CodingKey) -> JSONValueEncoder {
        encoder.child(encoder.slot.container(key.stringValue), key)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        container(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { container(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { container(PathKey(stringValue: "super")) }
    func superEncoder(forKey key: Key) -> any Encoder { container(key) }

    func encodeNil(forKey key: Key) { encoder.slot.member(key.stringValue).set(.null) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try value.encode(to: member(key)) }
    func encode(_ value: Bool, forKey key: Key) { encoder.slot.member(key.stringValue).set(.bool(value)) }
    func encode(_ value: String, forKey key: Key) { encoder.slot.member(key.stringValue).set(.string(value)) }
    func encode(_ value: Double, forKey key: Key) throws { try member(key).set(value) }
    func encode(_ value: Float, forKey key: Key) throws { try member(key).set(value) }
    func encode(_ value: Int, forKey key: Key) { member(key).set(value) }
    func encode(_ value: Int8, forKey key: Key) { member(key).set(value) }
    func encode(_ value: Int16, forKey key: Key) { member(key).set(value) }
    func encode(_ value: Int32, forKey key: Key) { member(key).set(value) }
    func encode(_ value: Int64, forKey key: Key) { member(key).set(value) }
    func encode(_ value: Int128, forKey key: Key) { member(key).set(value) }
    func encode(_ value: UInt, forKey key: Key) { member(key).set(value) }
    func encode(_ value: UInt8, forKey key: Key) { member(key).set(value) }
    func encode(_ value: UInt16, forKey key: Key) { member(key).set(value) }
    func encode(_ value: UInt32, forKey key: Key) { member(key).set(value) }
    func encode(_ value: UInt64, forKey key: Key) { member(key).set(value) }
    func encode(_ value: UInt128, forKey key: Key) { member(key).set(value) }
}

private struct UnkeyedValueContainer: UnkeyedEncodingContainer {
    let encoder: JSONValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.slot.count }

    private func element() -> JSONValueEncoder {
        let place = count
        return encoder.child(encoder.slot.appended(), PathKey(intValue: place))
    }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        element().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }
    func superEncoder() -> any Encoder { element() }

    func encodeNil() { encoder.slot.appended().set(.null) }
    func encode(_ value: some Encodable) throws { try value.encode(to: element()) }
    func encode(_ value: Bool) { encoder.slot.appended().set(.bool(value)) }
    func encode(_ value: String) { encoder.slot.appended().set(.string(value)) }
    func encode(_ value: Double) throws { try element().set(value) }
    func encode(_ value: Float) throws { try element().set(value) }
    func encode(_ value: Int) { element().set(value) }
    func encode(_ value: Int8) { element().set(value) }
    func encode(_ value: Int16) { element().set(value) }
    func encode(_ value: Int32) { element().set(value) }
    func encode(_ value: Int64) { element().set(value) }
    func encode(_ value: Int128) { element().set(value) }
    func encode(_ value: UInt) { element().set(value) }
    func encode(_ value: UInt8) { element().set(value) }
    func encode(_ value: UInt16) { element().set(value) }
    func encode(_ value: UInt32) { element().set(value) }
    func encode(_ value: UInt64) { element().set(value) }
    func encode(_ value: UInt128) { element().set(value) }
}
