/// Many folded forms, to be found in one pass over a text whatever their number.
///
/// It keeps no form, only fingerprints of the last 32 bytes of each, so that the secrets of a long run cost little and stand in
/// memory no second time. Most places of a text are stepped over by the two bytes before them (Wu and Manber's search).
struct SecretIndex: Sendable {
    /// The most bytes of a form that are compared.
    static let mostCompared = 32
    private static let window = SecretForms.shortest
    private static let pairs = 8_192

    /// The lengths of the forms that end in these eight bytes, a bit for each.
    private var lengths: [UInt64: UInt64] = [:]
    /// What each form is, by its fingerprint.
    private var tags: [UInt64: Int] = [:]
    /// How far the next place is at which a form can end, by the two bytes at this one.
    private var steps = [UInt8](repeating: UInt8(window - 1), count: pairs)

    var isEmpty: Bool { tags.isEmpty }

    /// Adds a form of at least `SecretForms.shortest` bytes; one that ends just as another keeps the tag of that.
    mutating func insert(_ form: [UInt8], tag: Int) {
        let compared = form.suffix(Self.mostCompared)
        let ending = form.suffix(Self.window).reduce(0) { $0 << 8 | UInt64($1) }
        lengths[ending, default: 0] |= 1 << UInt64(compared.count)
        let fingerprint = Self.fingerprint(compared)
        guard tags[fingerprint] == nil else { return }
        tags[fingerprint] = tag
        let last = Array(form.suffix(Self.window))
        for place in 1..<Self.window {
            let pair = Self.pair(last[place - 1], last[place])
            steps[pair] = min(steps[pair], UInt8(Self.window - 1 - place))
        }
    }

    /// Every place behind the first `start` bytes at which a form ends, until `body` gives false.
    @inline(__always)
    func search(
        _ folded: UnsafeBufferPointer<UInt8>,
        from start: Int,
        _ body: (_ tag: Int, _ end: Int) -> Bool
    ) {
        steps.withUnsafeBufferPointer { steps in
            var place = max(start, Self.window - 1)
            while place < folded.count {
                let step = steps[Self.pair(folded[place - 1], folded[place])]
                guard step == 0 else {
                    place += Int(step)
                    continue
                }
                if let tag = tag(endingAt: place, in: folded), !body(tag, place + 1) { return }
                place += 1
            }
        }
    }

    private func tag(endingAt last: Int, in folded: UnsafeBufferPointer<UInt8>) -> Int? {
        var ending: UInt64 = 0
        for place in last - Self.window + 1...last { ending = ending << 8 | UInt64(folded[place]) }
        guard let lengths = lengths[ending] else { return nil }
        // The longest first, so that a secret is taken whole.
        for length in stride(from: Self.mostCompared, through: Self.window, by: -1)
        where lengths & 1 << UInt64(length) != 0 && length <= last + 1 {
            if let tag = tags[Self.fingerprint(folded[last + 1 - length...last])] { return tag }
        }
        return nil
    }

    private static func fingerprint(_ bytes: some Collection<UInt8>) -> UInt64 {
        bytes.reduce(mix(seed, UInt8(bytes.count)), mix)
    }

    private static func pair(_ one: UInt8, _ two: UInt8) -> Int {
        (Int(two) << 5 ^ Int(one)) & (pairs - 1)
    }

    /// FNV-1a.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
