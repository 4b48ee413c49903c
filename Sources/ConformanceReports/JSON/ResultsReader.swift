package import WireJSON

/// Reads `results.json` as later commands need it: unknown members are skipped, an unknown version is refused.
package enum ResultsReader {
    /// Why a file is not read.
    package enum Problem: Error, Sendable, Equatable {
        case notJSON(JSONParseError)
        /// It is JSON, but says another `format` or none.
        case notResults
        /// A version that this program does not know.
        case unknownVersion(Int)
        /// The first member that is missing or wrong.
        case malformed(pointer: JSONPointer, expected: String, actual: String)
    }

    /// Whether a file looks as if it were the results of a run: it names the format where this program writes that.
    ///
    /// What it lacks or has wrong beyond that, `read` says.
    package static func begins(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(200).filter { $0 > 0x20 }
        return start.starts(with: Array("{\"format\":\"\(EncodedRun.formatName)\"".utf8))
    }

    /// The run that a file describes.
    ///
    /// - Throws: `Problem`, whose facts name the first thing that is wrong.
    package static func read(_ bytes: [UInt8]) throws(Problem) -> EncodedRun {
        let root: JSONView
        do {
            root = try JSONDocument(bytes).root
        } catch {
            throw .notJSON(error)
        }
        guard root["format"]?.isString(EncodedRun.formatName) == true, let version = root["version"]?.number?.int else {
            throw .notResults
        }
        guard version == EncodedRun.currentVersion else { throw .unknownVersion(version) }
        let decoding = TracingDecoder().decode(EncodedRun.self, from: root)
        let broken = decoding.findings.first(where: \.breaks)
        guard broken == nil, let run = decoding.value else {
            throw .malformed(
                pointer: broken?.pointer ?? .root,
                expected: broken?.expected ?? "a run",
                actual: broken?.actual ?? "something else"
            )
        }
        return run
    }
}
