import Conformance
import ConformanceReports

/// The JUnit writer.
///
/// A run is made of the input, then written, and the file is read by a strict scanner.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJUnit(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var maker = RunMaker(FuzzInput(Array(UnsafeBufferPointer(start: start, count: count))))
    let run = maker.run()
    var bytes: [UInt8] = []
    JUnitReport().write(run) { bytes += $0 }
    claim(!bytes.contains(0x0D), "lines end in line feeds alone")
    claim(bytes.last == 0x0A, "the last line has an end")
    guard let text = String(validating: bytes, as: UTF8.self) else { return fail("the file is UTF-8") }
    var scanner = XMLScanner(text)
    do throws(XMLScanner.Problem) {
        check(try scanner.document(), of: run)
    } catch {
        return fail("the file is well-formed: \(error.words), at \(scanner.surroundings(of: error.offset))")
    }
    return 0
}

private func fail(_ words: String) -> CInt {
    claim(false, words)
    return 0
}

/// What readers of such files rely on.
private func check(_ root: XMLElement, of run: RunResult) {
    claim(root.name == "testsuites", "the root is 'testsuites'")
    var names: Set<String> = []
    var cases = 0
    for suite in root.children {
        claim(suite.name == "testsuite", "the root holds suites alone")
        claim(names.insert(suite.attributes["name"] ?? "").inserted, "no two suites have one name")
        cases += check(suite)
    }
    claim(cases == run.cases.count, "each case is there once: \(cases) of \(run.cases.count)")
    let counts = run.counts
    let sums = ["failures", "errors", "skipped"].map { name in
        root.children.reduce(0) { $0 + (Int($1.attributes[name] ?? "") ?? 0) }
    }
    let wanted = [counts.failed, counts.errored, counts.skipped + counts.notRun]
    claim(sums == wanted, "the suites add up to the run: \(sums)")
}

/// Checks one suite and gives the number of its cases.
private func check(_ suite: XMLElement) -> Int {
    let cases = suite.children.filter { $0.name == "testcase" }
    var names: Set<String> = []
    claim(suite.attributes["tests"] == String(cases.count), "a suite counts its cases")
    for kind in [("failure", "failures"), ("error", "errors"), ("skipped", "skipped")] {
        let count = cases.count { $0.children.first?.name == kind.0 }
        claim(suite.attributes[kind.1] == String(count), "a suite counts its '\(kind.1)'")
    }
    for testCase in cases {
        let name = testCase.attributes["name"] ?? ""
        claim(!name.isEmpty && names.insert(name).inserted, "the names of a suite differ: '\(name)'")
        claim(name.utf16.count <= 250, "a name is short")
        claim(testCase.children.count <= 1, "a case has one result at most")
        let time = testCase.attributes["time"].flatMap(Double.init)
        claim((time ?? -1) >= 0, "'time' is a number, not below zero")
        guard let result = testCase.children.first else { continue }
        claim(result.text.utf8.count <= 33 * 1024, "evidence is short: \(result.text.utf8.count)")
        claim((result.attributes["message"] ?? "").utf16.count <= 1_000, "a message is short")
        claim(!(result.attributes["message"] ?? "").utf8.contains(0x0A), "a message is one line")
        guard result.name != "skipped" else { continue }
        claim(!holdsMarker(result.text), "no answer plants an attachment")
    }
    return cases.count
}

/// Whether a text has what makes some readers attach a file; they compare bytes, not what looks like one letter.
private func holdsMarker(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= marker.count else { return false }
    return (0...bytes.count - marker.count).contains { bytes[$0] == marker[0] && bytes[$0...].starts(with: marker) }
}

private let marker = Array("[[ATTACHMENT|".utf8)
