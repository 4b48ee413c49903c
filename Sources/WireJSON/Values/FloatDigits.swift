/// How many significant digits a binary floating-point type tells apart.
struct FloatDigits {
    /// A decimal of so many digits always survives the type.
    let sure: Int
    /// So many digits always tell two values of the type apart.
    let most: Int
    /// The powers of ten of the first digit within which `sure` holds.
    let powers: ClosedRange<Int>

    static let double = FloatDigits(sure: 15, most: 17, powers: -307...307)
    static let float = FloatDigits(sure: 6, most: 9, powers: -37...37)
}

extension JSONNumber {
    /// A token of bounded length that has the same nearest `Double` and `Float`.
    var shortToken: String {
        token.utf8.count <= 512 ? token : DecimalParts(token.utf8).shortToken
    }

    /// Whether a floating-point value, the nearest to this number, still says this number.
    ///
    /// It does where both are the same when written with the significant digits of the token, and those are at most as
    /// many as the type tells apart; or where both are exactly equal.
    func isHeld(by value: Double, digits: FloatDigits) -> Bool {
        let parts = DecimalParts(token.utf8)
        guard !parts.digits.isEmpty else { return true }
        guard let power = parts.exponent.int, value != 0 else { return false }
        if parts.digits.count <= digits.sure, digits.powers ~= power { return true }
        let exact = DecimalParts(exactly: value)
        return exact == parts || parts.digits.count <= digits.most && exact.rounded(to: parts.digits.count) == parts
    }
}

extension DecimalParts {
    /// All digits of a finite value: a `Double` is a whole number times a power of two, so a finite decimal.
    init(exactly value: Double) {
        guard value != 0 else { return }
        isNegative = value < 0
        let fractionBits = Double.significandBitCount
        let isNormal = value.exponentBitPattern > 0
        var number = LongInteger(value.significandBitPattern | (isNormal ? 1 << UInt64(fractionBits) : 0))
        let power = Int(max(value.exponentBitPattern, 1)) - 1023 - fractionBits
        // With power below 0: n ÷ 2^k is n × 5^k ÷ 10^k.
        number.multiply(by: power < 0 ? 5 : 2, times: abs(power))
        let all = number.digits
        digits = all
        while digits.last == 0 { digits.removeLast() }
        exponent = PowerOfTen(all.count - 1 + min(power, 0))
    }

    /// The nearest decimal of at most so many digits, from 1; of two equally near ones the even one.
    func rounded(to count: Int) -> DecimalParts {
        guard digits.count > count, let power = exponent.int else { return self }
        var rounded = self
        rounded.digits = Array(digits.prefix(count))
        let rest = digits[count...]
        let isEven = digits[count - 1] % 2 == 0
        // The last digit is never 0, so a rest of one 5 alone is just half.
        if rest[count] > 5 || rest[count] == 5 && (rest.count > 1 || !isEven) {
            var place = count - 1
            while place >= 0, rounded.digits[place] == 9 {
                rounded.digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                rounded.digits[place] += 1
            } else {
                rounded.digits = [1]
                rounded.exponent = PowerOfTen(power + 1)
            }
        }
        while rounded.digits.last == 0 { rounded.digits.removeLast() }
        return rounded
    }
}

/// A whole number of any size, in groups of nine decimal digits.
private struct LongInteger {
    /// The lowest group first.
    private var groups: [UInt64]
    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        groups = [value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base]
    }

    mutating func multiply(by factor: UInt64, times: Int) {
        var times = times
        while times > 0 {
            // 2^12 and 5^12 keep each product below 2^64.
            let step = min(times, 12)
            multiply(by: (0..<step).reduce(1) { power, _ in power * factor })
            times -= step
        }
    }

    private mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for place in groups.indices {
            let product = groups[place] * factor + carry
            groups[place] = product % Self.base
            carry = product / Self.base
        }
        if carry > 0 { groups.append(carry) }
    }

    /// The values 0 to 9, the highest first, without leading zeros.
    var digits: [UInt8] {
        var digits: [UInt8] = []
        for group in groups.reversed() {
            let text = String(Self.base + group).utf8.dropFirst()
            digits += text.map { $0 &- .zero }
        }
        return Array(digits.drop { $0 == 0 })
    }
}
