/// An exact decimal: a sign, significant digits, and the power of ten of the first digit.
///
/// Linear in the token it is read from.
struct DecimalParts: Hashable {
    /// Whether it is below zero; false for zero.
    var isNegative = false
    /// The values 0 to 9, without zeros at either end; empty for zero.
    var digits: [UInt8] = []
    /// The value is d.ddd × 10^exponent.
    var exponent = PowerOfTen(0)

    /// Reads a token that is known to follow the grammar.
    init(_ token: some Collection<UInt8>) {
        var isFraction = false
        var scale = 0
        var rest = token[...]
        digits.reserveCapacity(rest.count)
        let isMinus = rest.first == .minus
        if isMinus { rest = rest.dropFirst() }
        while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if byte == .dot {
                isFraction = true
            } else if digits.isEmpty, byte == .zero {
                if isFraction { scale -= 1 }
            } else {
                digits.append(byte &- .zero)
                if !isFraction { scale += 1 }
            }
        }
        while digits.last == 0 { digits.removeLast() }
        guard !digits.isEmpty else { return }
        isNegative = isMinus
        exponent = PowerOfTen(digitsOf: rest.dropFirst(), plus: scale - 1)
    }

    /// The exact integer, or nil where there is a fraction or the value does not fit.
    func integer<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
        guard !digits.isEmpty else { return 0 }
        guard let power = exponent.int, power >= digits.count - 1, power < 40 else { return nil }
        var value: Value = 0
        for place in 0...power {
            let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let digit = Value(place < digits.count ? digits[place] : 0)
            let (sum, overflows) =
                isNegative ? tenfold.subtractingReportingOverflow(digit) : tenfold.addingReportingOverflow(digit)
            guard !isTooLarge, !overflows else { return nil }
            value = sum
        }
        return value
    }
}

// MARK: - Order

extension DecimalParts: Comparable {
    static func < (one: DecimalParts, other: DecimalParts) -> Bool {
        guard one.sign == other.sign else { return one.sign < other.sign }
        return one.isNegative ? other.isNearerToZero(than: one) : one.isNearerToZero(than: other)
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    private func isNearerToZero(than other: DecimalParts) -> Bool {
        guard !digits.isEmpty, exponent == other.exponent else {
            return exponent < other.exponent && !other.digits.isEmpty
        }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}

// MARK: - Spelling

extension DecimalParts {
    /// The powers of the first digit for which the canonical spelling is plain digits.
    private static let plainPowers = -7...20

    /// Plain digits where the first one is near the point, else `d.ddde±x`.
    var canonical: String {
        guard !digits.isEmpty else { return "0" }
        let sign = isNegative ? "-" : ""
        if let power = exponent.int, Self.plainPowers ~= power { return sign + plain(power) }
        let fraction = digits.count > 1 ? "." + text(digits.dropFirst()) : ""
        return sign + text(digits.prefix(1)) + fraction + "e" + exponent.description
    }

    /// A token of less than 1024 bytes that is as near to the same `Double` as this: digits that can only break a tie
    /// become a 1.
    var shortToken: String {
        guard !digits.isEmpty else { return "0" }
        var short = self
        // No tie between two doubles has more than 767 significant digits.
        if digits.count > 800 { short.digits = digits.prefix(800) + [1] }
        let power = min(max(exponent.int ?? (exponent.isNegative ? -9999 : 9999), -9999), 9999)
        return (isNegative ? "-" : "") + "0." + text(short.digits[...]) + "e\(power + 1)"
    }

    private func plain(_ power: Int) -> String {
        if power < 0 { return "0." + String(repeating: "0", count: -power - 1) + text(digits[...]) }
        guard digits.count > power + 1 else {
            return text(digits[...]) + String(repeating: "0", count: power + 1 - digits.count)
        }
        return text(digits.prefix(power + 1)) + "." + text(digits.dropFirst(power + 1))
    }

    private func text(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.lazy.map { $0 + .zero }, as: UTF8.self)
    }
}

/// A whole power of ten of any size: an `Int` where it has at most 17 digits, else decimal digits.
///
/// One form for each value.
enum PowerOfTen: Hashable {
    case small(Int)
    case large(isNegative: Bool, digits: [UInt8])

    /// The first value with too many digits for `small`.
    private static let limit = 100_000_000_000_000_000

    init(_ value: Int) {
        if value.magnitude < Self.limit {
            self = .small(value)
        } else {
            self = .large(isNegative: value < 0, digits: String(value.magnitude).utf8.map { $0 &- .zero })
        }
    }

    /// Reads the digits after `e`, or none, with a sign, and adds a number that is small beside ``limit``.
    init(digitsOf text: some Collection<UInt8>, plus adjustment: Int) {
        let isNegative = text.first == .minus
        let digits = Array(text.drop { $0 == .plus || $0 == .minus || $0 == .zero }.lazy.map { $0 &- .zero })
        if digits.count <= 17 {
            let magnitude = digits.reduce(0) { $0 * 10 + Int($1) }
            self.init((isNegative ? -magnitude : magnitude) + adjustment)
        } else {
            self.init(isNegative, digits, growingBy: isNegative ? -adjustment : adjustment)
        }
    }

    /// Adds to a magnitude that is much larger, so that its sign stays.
    private init(_ isNegative: Bool, _ digits: [UInt8], growingBy amount: Int) {
        var digits = digits
        var carry = amount
        var place = digits.count
        while carry != 0, place > 0 {
            place -= 1
            let sum = Int(digits[place]) + carry
            let digit = ((sum % 10) + 10) % 10
            digits[place] = UInt8(digit)
            carry = (sum - digit) / 10
        }
        if carry > 0 { digits = String(carry).utf8.map { $0 &- .zero } + digits }
        digits = Array(digits.drop { $0 == 0 })
        if digits.count <= 17 {
            let magnitude = digits.reduce(0) { $0 * 10 + Int($1) }
            self = .small(isNegative ? -magnitude : magnitude)
        } else {
            self = .large(isNegative: isNegative, digits: digits)
        }
    }

    var int: Int? {
        if case .small(let value) = self { return value }
        return nil
    }

    var isNegative: Bool {
        switch self {
        case .small(let value): value < 0
        case .large(let isNegative, _): isNegative
        }
    }

    var description: String {
        switch self {
        case .small(let value): String(value)
        case .large(let isNegative, let digits):
            (isNegative ? "-" : "") + String(decoding: digits.lazy.map { $0 + .zero }, as: UTF8.self)
        }
    }
}

extension PowerOfTen: Comparable {
    static func < (one: PowerOfTen, other: PowerOfTen) -> Bool {
        switch (one, other) {
        case (.small(let left), .small(let right)): return left < right
        case (.small, .large(let isNegative, _)): return !isNegative
        case (.large(let isNegative, _), .small): return isNegative
        case (.large(let isNegative, let left), .large(let otherIsNegative, let right)):
            guard isNegative == otherIsNegative else { return isNegative }
            let (less, more) = isNegative ? (right, left) : (left, right)
            return less.count == more.count ? less.lexicographicallyPrecedes(more) : less.count < more.count
        }
    }
}
