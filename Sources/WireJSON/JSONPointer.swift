/// A path to a value in a JSON text.
///
/// `""` is the root; equality is by scalars.
///
/// A pointer shares the tokens of the pointer that it was made from, so many of them deep in one text stay small.
/// > Source: RFC 6901.
public struct JSONPointer: Sendable {
    private var last: Step?

    private init(last: Step?) {
        self.last = last
    }

    /// The pointer to the whole value.
    public static let root = JSONPointer(last: nil)

    /// Makes a pointer of tokens that are not escaped.
    public init(tokens: [String]) {
        last = tokens.reduce(nil) { Step(parent: $0, token: $1) }
    }

    /// Reads `/user/emails/0`; fails where the text neither is empty nor begins with `/`, or has a `~` without `0` or
    /// `1`.
    public init(_ text: String) throws(JSONPointerError) {
        var tokens: [String] = []
        for part in text.utf8.split(separator: .slash, omittingEmptySubsequences: false) {
            var token: [UInt8] = []
            var isEscape = false
            for byte in part {
                switch (isEscape, byte) {
                case (true, .zero): token.append(UInt8(ascii: "~"))
                case (true, UInt8(ascii: "1")): token.append(.slash)
                case (true, _): throw JSONPointerError(code: .badEscape, text: text)
                case (false, let byte): if byte != UInt8(ascii: "~") { token.append(byte) }
                }
                isEscape = !isEscape && byte == UInt8(ascii: "~")
            }
            guard !isEscape else { throw JSONPointerError(code: .badEscape, text: text) }
            tokens.append(String(decoding: token, as: UTF8.self))
        }
        guard text.isEmpty || tokens.first?.isEmpty == true else { throw JSONPointerError(code: .noSlash, text: text) }
        self.init(tokens: Array(tokens.dropFirst()))
    }

    /// The steps from the root, not escaped: keys, and places in arrays as decimal digits.
    public var tokens: [String] {
        get {
            var tokens: [String] = []
            var step = last
            while let current = step {
                tokens.append(current.token)
                step = current.parent
            }
            return tokens.reversed()
        }
        set { self = JSONPointer(tokens: newValue) }
    }

    /// The number of steps from the root.
    public var count: Int { last?.count ?? 0 }

    /// The pointer to a member of what this one leads to; the key is not escaped.
    public func appending(_ token: String) -> JSONPointer {
        JSONPointer(last: Step(parent: last, token: token))
    }

    /// The pointer to an element of what this one leads to, counted from 0.
    public func appending(_ index: Int) -> JSONPointer {
        appending(String(index))
    }

    /// The place that a token means in an array, or nil: digits without a leading zero.
    static func arrayIndex(_ token: String) -> Int? {
        guard token.utf8.allSatisfy(\.isDigit), token.utf8.count == 1 || token.utf8.first != .zero else { return nil }
        return Int(token)
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The text of RFC 6901, with `~` and `/` in tokens as `~0` and `~1`.
    public var description: String {
        var bytes: [UInt8] = []
        for token in tokens {
            bytes.append(.slash)
            for byte in token.utf8 {
                switch byte {
                case UInt8(ascii: "~"): bytes += [byte, .zero]
                case .slash: bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
                default: bytes.append(byte)
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension JSONPointer: Hashable {
    /// Compares tokens by scalars.
    public static func == (one: JSONPointer, other: JSONPointer) -> Bool {
        guard one.count == other.count else { return false }
        var (left, right) = (one.last, other.last)
        while let first = left, let second = right, first !== second {
            guard first.token.hasSameScalars(as: second.token) else { return false }
            (left, right) = (first.parent, second.parent)
        }
        return true
    }

    /// Hashes the scalars of the tokens.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        var step = last
        while let current = step {
            hasher.combine(ScalarKey(current.token))
            step = current.parent
        }
    }
}

/// Why a text is no JSON pointer.
public struct JSONPointerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of problem, to switch on.
    public enum Code: String, Sendable {
        case noSlash = "no-slash"
        case badEscape = "bad-escape"
    }

    /// What kind of problem it is.
    public let code: Code
    /// The text that was given.
    public let text: String

    /// What is wrong, in words: `expected '/' at the start of a pointer, found 'user'`.
    public var message: String {
        switch code {
        case .noSlash: "expected '/' at the start of a pointer, found '\(text)'"
        case .badEscape: "expected '0' or '1' after '~' in a pointer, found '\(text)'"
        }
    }

    /// The same as `message`.
    public var description: String { message }
}

/// The last step of a pointer, and the steps before it.
// @unchecked: `parent` changes in `deinit` alone, when nobody else can reach the step.
private final class Step: @unchecked Sendable {
    private(set) var parent: Step?
    let token: String
    let count: Int

    init(parent: Step?, token: String) {
        self.parent = parent
        self.token = token
        count = (parent?.count ?? 0) + 1
    }

    deinit {
        // Freed one by one: a million steps that free each other would need a million stack frames.
        var next = parent.take()
        while isKnownUniquelyReferenced(&next) { next = next?.parent.take() }
    }
}
