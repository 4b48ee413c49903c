/// A parsed text: its bytes, and one flat array of 16-byte nodes over them.
///
/// Cheap to copy: one reference.
///
/// > Source: RFC 8259. Every text that it allows is read, and no other.
public struct JSONDocument: Sendable {
    let storage: JSONStorage

    /// Reads UTF-8 bytes, in time linear in them and without recursion.
    ///
    /// Fails on the first byte that RFC 8259 does not allow, beyond the depth of `limits`, and for 4 GiB or more.
    public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONParseError) {
        storage = try JSONStorage(bytes, limits: limits)
    }

    /// Reads the UTF-8 form of a text, as for bytes.
    public init(_ text: String, limits: JSONLimits = JSONLimits()) throws(JSONParseError) {
        try self.init(Array(text.utf8), limits: limits)
    }

    /// The bytes that were read.
    public var bytes: [UInt8] { storage.bytes }

    /// What the text has in common with others; nil where it was not read by a ``LearningReader``, or nothing is known of it.
    package var layout: TextLayout? { storage.layout }

    /// The outermost value.
    public var root: JSONView { JSONView(storage: storage, index: 0) }

    /// Every key that its object had before: object by object in the order of the text; found when the text was read.
    ///
    /// > Source: RFC 8259, section 4, which accepts them and leaves their meaning open. Here the last one counts.
    public var duplicateKeys: [JSONDuplicateKey] {
        var walker = PointerWalker(storage, from: 0)
        return storage.duplicates.map { entry in
            let key = storage.text(of: entry.key)
            return JSONDuplicateKey(
                key: key,
                pointer: walker.pointer(to: entry.object).appending(key),
                offset: storage.nodes[entry.key].start,
                firstOffset: storage.nodes[entry.first].start
            )
        }
    }

    /// The line and column of a byte; an offset outside the text becomes the nearest one.
    ///
    /// Linear in the length of the line.
    public func position(at offset: Int) -> JSONPosition {
        storage.position(at: offset)
    }

    /// The value whose first byte is this one, or nil; by bisection.
    package func value(startingAt offset: Int) -> JSONView? {
        var (low, high) = (0, storage.nodes.count)
        while low < high {
            let middle = (low + high) / 2
            if storage.nodes[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        guard low < storage.nodes.count, storage.nodes[low].start == offset else { return nil }
        return storage.nodes[low].flags.contains(.key) ? nil : JSONView(storage: storage, index: low)
    }

    /// Hands the UTF-8 text of each string that is a value to a function, its escapes decoded, in the order of the text.
    package func forEachString(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        storage.withMemory { memory in
            for node in memory.nodes where node.kind == .string && !node.flags.contains(.key) {
                node.withContent(in: memory.bytes, body)
            }
        }
    }

    /// The texts and numbers that stand in part of the bytes, in their order; numbers are as they are written, and the first is found by
    /// bisection.
    package func scalars(in range: Range<Int>) -> [PlacedText] {
        var (low, high) = (0, storage.nodes.count)
        while low < high {
            let middle = (low + high) / 2
            if storage.nodes[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var found: [PlacedText] = []
        var open: [(end: Int, kind: JSONKind, key: String?)] = []
        // The one before may reach into the range, and some more may say what it stands in.
        for index in max(low - PlacedText.nodesBefore, 0)..<storage.nodes.count {
            let node = storage.nodes[index]
            guard node.start < range.upperBound else { break }
            while let last = open.last, last.end <= node.start { open.removeLast() }
            let own = index > 0 && storage.nodes[index - 1].flags.contains(.key) ? storage.text(of: index - 1) : nil
            let key = own ?? (open.last?.kind == .array ? open.last?.key : nil)
            switch node.kind {
            case .object, .array:
                open.append((node.end, node.kind, key))
            case .string where !node.flags.contains(.key) && node.end > range.lowerBound,
                .number where node.end > range.lowerBound:
                let object = open.last { $0.kind == .object }
                let value =
                    node.kind == .string
                    ? storage.text(of: index) : String(decoding: storage.bytes[node.start..<node.end], as: UTF8.self)
                found.append(PlacedText(value: value, key: key, object: object?.key))
            default:
                break
            }
        }
        return found
    }

    /// How many bytes a line has, counted from 1; 0 for one that is not there.
    package func length(ofLine number: Int) -> Int { storage.line(number).count }

    /// The text of a line, counted from 1, without its line feed or carriage return; empty for a line that is not
    /// there.
    public func line(_ number: Int) -> String {
        String(decoding: storage.bytes[storage.line(number)], as: UTF8.self)
    }

    /// The first byte of a line, counted from 1; the end of the text for a line that is not there.
    package func offset(ofLine number: Int) -> Int {
        storage.line(number).lowerBound
    }
}

/// A key that its object had before.
public struct JSONDuplicateKey: Sendable, Equatable {
    /// The key, its escapes decoded.
    public let key: String
    /// Where the member is; the earlier one has the same pointer.
    public let pointer: JSONPointer
    /// The first byte of the later key.
    public let offset: Int
    /// The first byte of the first key that was the same.
    public let firstOffset: Int

    /// Compares keys by scalars.
    public static func == (one: JSONDuplicateKey, other: JSONDuplicateKey) -> Bool {
        one.offset == other.offset && one.firstOffset == other.firstOffset && one.key.hasSameScalars(as: other.key)
            && one.pointer == other.pointer
    }
}

/// A text of a document, with what it stands in.
package struct PlacedText: Sendable, Hashable {
    /// How many values and keys before a part of the bytes are looked at for what its texts stand in.
    static let nodesBefore = 64

    package var value: String
    /// The key of the member that it is, or is an element of.
    package var key: String?
    /// The key of the object around it, where that begins near it.
    package var object: String?

    package init(value: String, key: String?, object: String?) {
        self.value = value
        self.key = key
        self.object = object
    }
}
