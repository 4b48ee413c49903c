import Conformance
import ConformanceReports

extension JUnitReport {
    /// The whole file.
    func bytes(_ result: RunResult) -> [UInt8] {
        var bytes: [UInt8] = []
        write(result) { bytes += $0 }
        return bytes
    }

    func root(_ result: RunResult) throws -> StrictXML.Element {
        try StrictXML.parse(bytes(result))
    }
}

extension ResultsReport {
    /// The whole file.
    func bytes(_ result: RunResult) -> [UInt8] {
        var bytes: [UInt8] = []
        write(result) { bytes += $0 }
        return bytes
    }
}
