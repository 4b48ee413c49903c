import Conformance
import WireJSON

/// Names as the readers of JUnit files want them: dotted, tidy, short and unique.
struct JUnitNames {
    /// The most UTF-16 units of a case's name.
    static let limit = 250

    private var timesUsed: [String: Int] = [:]

    /// Has given no name; it is to give so many.
    init(capacity: Int = 0) {
        timesUsed.reserveCapacity(capacity)
    }

    /// Each name that was not given before; a second of the same gets ` (2)`, a third ` (3)`.
    mutating func unique(_ name: String) -> String {
        let first = Self.fitted(name, to: Self.limit)
        guard let times = timesUsed.updateValue(1, forKey: first) else { return first }
        var candidate = first
        var number = times
        repeat {
            number += 1
            let suffix = " (\(number))"
            candidate = Self.fitted(name, to: Self.limit - suffix.utf16.count) + suffix
        } while timesUsed[candidate] != nil
        timesUsed[first] = number
        timesUsed[candidate] = 1
        return candidate
    }

    /// A name of a suite: the path of its file with `.` for `/`, without its extension; other dots and spaces become `_`.
    static func suite(ofFile path: String) -> String {
        var parts = path.scalarSplit(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
        if let last = parts.popLast() {
            parts.append(last.hasSuffix(".json") ? String(last.dropLast(5)) : last)
        }
        let words = parts.map { part in
            VisibleText.line(part).unicodeScalars.reduce(into: "") { word, scalar in
                let isMark = ".:\\".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
                word.unicodeScalars.append(isMark ? "_" : scalar)
            }
        }
        return words.isEmpty ? "cases" : words.joined(separator: ".")
    }

    /// The name of a case in its suite: its id with its row, without the suite's own id.
    static func name(of result: CaseResult) -> String {
        var (id, suite) = (result.id, result.suite)
        let isBelow = id.withUTF8 { id in
            suite.withUTF8 { suite in
                id.count > suite.count && id[suite.count] == UInt8(ascii: "/")
                    && UnsafeBufferPointer(rebasing: id[..<suite.count]).hasSameBytes(as: suite)
            }
        }
        var name = isBelow ? String(Substring(id.utf8.dropFirst(suite.utf8.count + 1))) : id
        let isTidy = !name.isEmpty && name.withUTF8 { $0.allSatisfy { (0x21..<0x7F).contains($0) } }
        guard !isTidy else { return name }
        let tidy = name.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
        return tidy.isEmpty ? "case" : VisibleText.line(tidy)
    }

    /// The name itself, or its start, `~` and eight digits that stand for the whole.
    static func fitted(_ name: String, to limit: Int) -> String {
        // No text has more UTF-16 units than bytes.
        guard name.utf8.count > limit, name.utf16.count > limit else { return name }
        return CutText.prefix(name, units: limit - 9) + "~" + digest(name)
    }

    /// FNV-1a, 32 bits, as eight hexadecimal digits: the same in every process, unlike Swift's own hashes.
    private static func digest(_ text: String) -> String {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 {
            hash = (hash ^ UInt32(byte)) &* 16_777_619
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
