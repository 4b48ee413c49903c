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

    /// Writes the whole file, a case at a time, in UTF-8.
    ///
    /// - Throws: what `output` throws, nothing else.
    package func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        var head: [UInt8] = Array("{\n".utf8)
        for member in EncodedRun(headOf: result, program: program).head.members {
            head += Array("\(JSONText.quoted(member.key)): ".utf8) + member.value.bytes() + Array(",\n".utf8)
        }
        try output(head + Array("\"cases\": [".utf8))
        var separator = "\n"
        for caseResult in result.cases {
            try output(Array(separator.utf8) + EncodedCase(caseResult).json.bytes())
            separator = ",\n"
        }
        try output(Array("\n]\n}\n".utf8))
    }
}
