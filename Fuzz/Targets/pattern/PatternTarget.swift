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

/// What one match may cost here, beyond what the bytes of its text bring along.
private let mostSteps = 100_000

private func checkRegex(_ source: String, _ text: String) {
    let scalars = source.unicodeScalars.count
    do throws(RegexPatternError) {
        let pattern = try RegexPattern(source)
        var parser = RegexParser(source)
        let node = try parser.parse()
        claim(pattern.programLength == node.programLength, "a pattern knows the length of its program")
        var (budget, full) = (RegexBudget(steps: mostSteps), RegexBudget(steps: mostSteps))
        let found = pattern.matches(text, within: &budget)
        // One scalar may go over, by a few steps for each instruction.
        let most = mostSteps + RegexBudget.stepsOfByte * text.utf8.count + 5 * (node.programLength + 1)
        claim(budget.spent <= most, "a match keeps to its budget: \(budget.spent) of \(most) steps")
        guard let matches = found else { return }
        if node.programLength <= RegexPattern.maximumProgramLength {
            let agrees = RegexProgram(node).matches(text, within: &full).map { $0 == matches } ?? true
            claim(agrees, "short cuts and the program agree on '\(source)'")
        }
        var plain = PlainMatcher(text)
        if let answer = plain.matches(node) {
            claim(matches == answer, "a plain matcher says \(answer) to '\(source)' and '\(text)'")
        }
    } catch {
        claim((0...scalars).contains(error.offset), "an error is in the source: \(error) of \(scalars)")
        claim(!error.message.isEmpty, "an error has words")
    }
}
