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

extension HTMLReport {
    /// The whole page.
    func page(_ result: RunResult) -> String {
        var bytes: [UInt8] = []
        write(result) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
