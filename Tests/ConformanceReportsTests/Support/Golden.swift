import Foundation
import Testing

/// A file of expected output under `Goldens/`.
///
/// `RECORD_GOLDENS=1` rewrites it, and fails so that such a run is never green.
struct Golden {
    var name: String

    func expect(
        _ actual: String,
        file: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try Data(actual.utf8).write(to: url)
            Issue.record("recorded \(name); run again without RECORD_GOLDENS", sourceLocation: sourceLocation)
            return
        }
        let expected = try String(contentsOf: url, encoding: .utf8)
        let (expectedLines, actualLines) = (lines(of: expected), lines(of: actual))
        let difference = zip(expectedLines, actualLines).enumerated().first { $0.element.0 != $0.element.1 }
        if let (index, (old, new)) = difference {
            Issue.record("\(name):\(index + 1): expected \(old), got \(new)", sourceLocation: sourceLocation)
        }
        #expect(actualLines.count == expectedLines.count, sourceLocation: sourceLocation)
    }

    private func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
