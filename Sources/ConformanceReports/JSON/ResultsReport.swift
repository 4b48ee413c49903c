package import Conformance
import WireJSON

/// A run as `results.json`: one object, its members one a line and its cases one a line, in a versioned format.
///
/// `docs/report-format.md` describes it and `docs/results.schema.json` is its JSON Schema.
package struct ResultsReport: Sendable {
    /// The version of the program, which the file names.
    package var program: String

    package init(program: String) {
        self.program = program
    }

    /// What the file says of one case.
    package static func bytes(of result: CaseResult) -> [UInt8] {
        var bytes: [UInt8] = []
        add(result, to: &bytes)
        return bytes
    }

    private static func add(_ result: CaseResult, to bytes: inout [UInt8]) {
        let encoded = EncodedCase(result)
        JSONMembers.write(behind: &bytes) { encoded.add(to: &$0) }
    }

    /// Writes the whole file, piece by piece, in UTF-8.
    ///
    /// - Throws: what `output` throws, nothing else.
    package func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        var pieces = TextPieces()
        pieces.bytes += EncodedRun(headOf: result, program: program).head.bytes
        pieces.add(",\n\"cases\": [")
        var separator = "\n"
        for caseResult in result.cases {
            pieces.add(separator)
            Self.add(caseResult, to: &pieces.bytes)
            try pieces.handOn(to: output)
            separator = ",\n"
        }
        pieces.add("\n]\n}\n")
        try pieces.handOnAll(to: output)
    }
}
