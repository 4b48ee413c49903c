import WireJSON

/// JSON text of one value, ready to be put into a file.
struct JSONFragment {
    fileprivate(set) var bytes: [UInt8]

    /// The same as text, for messages.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A list, with its elements on one line.
    init(list elements: [JSONFragment]) {
        bytes = [UInt8(ascii: "[")]
        for (place, element) in elements.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += element.bytes
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A list of whole numbers.
    init(numbers: [Int64]) {
        bytes = Array("[\(numbers.map(String.init).joined(separator: ","))]".utf8)
    }

    /// A number of thousandths as a decimal without needless digits: `12.5` for 12500.
    init(thousandths number: Int64) {
        let rest = number.magnitude % 1_000
        var digits = String(rest)
        digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
        while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
        let sign = number < 0 ? "-" : ""
        bytes = Array("\(sign)\(number.magnitude / 1_000)\(digits.isEmpty ? "" : ".")\(digits)".utf8)
    }

    /// A number with three decimals at most; of one that is no such number, or far beyond any use, the nearest that is.
    init(rounded number: Double) {
        self.init(thousandths: Int64((min(max(number, 0), 1e9) * 1_000).rounded()))
    }

    fileprivate init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// Writes an object member by member; what is nil or empty is left out, so that a reader sees only what is known.
///
/// It writes text at once: a run of many cases writes many objects, and none of them is looked at again. Each key is added once.
struct JSONMembers {
    /// Where white space stands.
    enum Layout {
        case oneLine
        /// Each member on a line of its own.
        case memberALine
    }

    /// The text so far, without the end of the object.
    private(set) var bytes: [UInt8]
    private var layout: Layout
    private var isEmpty = true

    init(_ layout: Layout = .oneLine) {
        self.layout = layout
        bytes = []
        bytes.reserveCapacity(256)
        bytes.append(UInt8(ascii: "{"))
    }

    /// Writes an object behind other text, without a copy of either.
    static func write(behind text: inout [UInt8], _ members: (inout JSONMembers) -> Void) {
        var object = JSONMembers(taking: &text)
        members(&object)
        object.bytes.append(UInt8(ascii: "}"))
        swap(&object.bytes, &text)
    }

    private init(taking text: inout [UInt8]) {
        layout = .oneLine
        bytes = []
        swap(&bytes, &text)
        bytes.append(UInt8(ascii: "{"))
    }

    /// The object as it is so far.
    var object: JSONFragment {
        var all = bytes
        all.append(UInt8(ascii: "}"))
        return JSONFragment(bytes: all)
    }

    mutating func add(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        begin(key)
        JSONText.append(value, to: &bytes)
    }

    mutating func add(_ key: StaticString, _ value: Int64) {
        begin(key)
        Quantity.append(value, to: &bytes)
    }

    mutating func add(_ key: StaticString, _ value: Int?) {
        guard let value else { return }
        begin(key)
        Quantity.append(Int64(value), to: &bytes)
    }

    mutating func add(_ key: StaticString, _ value: Bool?) {
        guard let value else { return }
        begin(key)
        bytes += (value ? "true" : "false").utf8
    }

    mutating func add(_ key: StaticString, _ value: JSONFragment?) {
        guard let value else { return }
        begin(key)
        bytes += value.bytes
    }

    mutating func add(_ key: StaticString, _ values: [String]) {
        guard !values.isEmpty else { return }
        begin(key)
        var separator = UInt8(ascii: "[")
        for value in values {
            bytes.append(separator)
            JSONText.append(value, to: &bytes)
            separator = UInt8(ascii: ",")
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds an object on one line.
    mutating func add(_ key: StaticString, _ members: (inout JSONMembers) -> Void) {
        begin(key)
        bytes.append(UInt8(ascii: "{"))
        let outer = layout
        (layout, isEmpty) = (.oneLine, true)
        members(&self)
        (layout, isEmpty) = (outer, false)
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func add(_ key: StaticString, _ values: [JSONFragment]) {
        add(key, values.isEmpty ? nil : JSONFragment(list: values))
    }

    /// Adds a number under a key that only the run knows.
    mutating func add(named key: String, _ number: Int?) {
        guard let number else { return }
        begin(named: key)
        Quantity.append(Int64(number), to: &bytes)
    }

    /// Adds a text under a key that only the run knows.
    mutating func add(named key: String, _ text: String) {
        begin(named: key)
        JSONText.append(text, to: &bytes)
    }

    private mutating func begin(named key: String) {
        separate()
        JSONText.append(key, to: &bytes)
        endKey()
    }

    /// The keys of a format are ASCII that needs no escapes.
    private mutating func begin(_ key: StaticString) {
        assert(key.withUTF8Buffer { $0.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C } })
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        endKey()
    }

    private mutating func separate() {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        if layout == .memberALine { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func endKey() {
        bytes.append(UInt8(ascii: ":"))
        if layout == .memberALine { bytes.append(UInt8(ascii: " ")) }
    }
}
