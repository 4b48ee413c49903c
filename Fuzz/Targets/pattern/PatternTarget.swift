import WireJSON

@testable import Conformance

/// `$regex` and the patterns of answers.
///
/// The first line is a pattern: a `$regex`, or, where it begins with `{` or `[`, one of JSON. The rest is the text or the
/// JSON that is held against it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPattern(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let line = bytes.prefix { $0 != 0x0A }
    let rest = Array(bytes.dropFirst(line.count + 1))
    if line.first == UInt8(ascii: "{") || line.first == UInt8(ascii: "[") {
        PatternCheck(pattern: Array(line), value: rest)?.run()
    }
    checkRegex(String(decoding: line, as: UTF8.self), String(decoding: rest, as: UTF8.self))
    return 0
}

/// The most steps that one match may take here: a pattern's length times that of a text.
private let mostSteps = 4_000_000

private func checkRegex(_ source: String, _ text: String) {
    let scalars = source.unicodeScalars.count
    do throws(RegexPatternError) {
        let pattern = try RegexPattern(source)
        var parser = RegexParser(source)
        let node = try parser.parse()
        claim(node.programLength <= RegexPattern.maximumProgramLength, "a program keeps to its length")
        let text = String(text.unicodeScalars.prefix(mostSteps / max(node.programLength, 1)))
        let matches = pattern.matches(text)
        claim(matches == pattern.matches(text), "a match does not depend on the one before")
        claim(matches == RegexProgram(node).matches(text), "short cuts and the program agree on '\(source)'")
        var plain = PlainMatcher(text)
        if let answer = plain.matches(node) {
            claim(matches == answer, "a plain matcher says \(answer) to '\(source)' and '\(text)'")
        }
    } catch {
        claim((0...scalars).contains(error.offset), "an error is in the source: \(error) of \(scalars)")
        claim(!error.message.isEmpty, "an error has words")
    }
}
