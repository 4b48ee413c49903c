/// Ends the process, as libFuzzer wants of a failure, unless what must hold does.
///
/// A precondition would do, but its words are not printed by an optimised build.
func claim(_ holds: Bool, _ words: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line) {
    guard !holds else { return }
    fatalError("broken claim: \(words())", file: file, line: line)
}

/// Claims that something does not throw, and gives what it returns.
func claimed<Value>(
    _ words: @autoclosure () -> String,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ body: () throws -> Value
) -> Value {
    do {
        return try body()
    } catch {
        fatalError("broken claim: \(words()), but threw \(error)", file: file, line: line)
    }
}
