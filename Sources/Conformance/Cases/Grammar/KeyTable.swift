/// The keys of an object, to be found by the bytes of a text without making a `String`.
struct KeyTable: Sendable {
    private static let slots = 64
    private let keys: [[UInt8]]
    /// By hash, with the next free place after a collision; -1: none.
    private let table: [Int8]

    /// At most 64 keys of ASCII.
    init(_ names: [String]) {
        keys = names.map { Array($0.utf8) }
        var table = [Int8](repeating: -1, count: 2 * Self.slots)
        for (place, key) in keys.enumerated() {
            var slot = Self.slot(key.reduce(0, Self.step))
            while table[slot] >= 0 { slot = (slot + 1) % table.count }
            table[slot] = Int8(place)
        }
        self.table = table
    }

    /// The place of the key whose first byte is at `start` and that a quote ends; nil where there is no such key.
    func place(ofKeyAt start: Int, in bytes: [UInt8]) -> Int? {
        var hash: UInt32 = 0
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] == UInt8(ascii: "\\") { return nil }
            hash = Self.step(hash, bytes[end])
            end += 1
        }
        return place(hash) { $0.count == end - start && $0.elementsEqual(bytes[start..<end]) }
    }

    /// The place of a key; nil where there is no such key.
    func place(of key: String) -> Int? {
        var key = key
        return key.withUTF8 { key in
            place(key.reduce(0, Self.step)) { $0.count == key.count && $0.elementsEqual(key) }
        }
    }

    private func place(_ hash: UInt32, where isKey: ([UInt8]) -> Bool) -> Int? {
        var slot = Self.slot(hash)
        while table[slot] >= 0 {
            let place = Int(table[slot])
            if isKey(keys[place]) { return place }
            slot = (slot + 1) % table.count
        }
        return nil
    }

    private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        hash &* 31 &+ UInt32(byte)
    }

    private static func slot(_ hash: UInt32) -> Int {
        Int((hash ^ hash >> 7) % UInt32(2 * slots))
    }
}
