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
    package static func bytes(of result: CaseResult) -> [UInt8] { EncodedCase(result).json.bytes }

    /// Writes the whole file, a case at a time, in UTF-8.
    ///
    /// - Throws: what `output` throws, nothing else.
    package func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        try output(EncodedRun(headOf: result, program: program).head.bytes + Array(",\n\"cases\": [".utf8))
        var separator = Array("\n".utf8)
        for caseResult in result.cases {
            try output(separator)
            try output(Self.bytes(of: caseResult))
            separator = Array(",\n".utf8)
        }
        try output(Array("\n]\n}\n".utf8))
    }
}
