import Foundation
import Synchronization
import Testing

/// A `run` whose JSON report goes through a pipe: while it waits for a reader its peak memory can be read.
struct MeasuredRun {
    var ended: BuiltProgram.Ended
    /// The most memory it had in use at any time until it wrote its last report, in KiB; nil where the system does not tell.
    var peakKiB: Int?
    var results: [String: Any]
    var junit: String

    /// Runs cases of `cases/` below the folder to their end.
    static func of(_ arguments: [String], in folder: URL) async throws -> MeasuredRun {
        let pipe = folder.appendingPathComponent("results.fifo").path
        try #require(mkfifo(pipe, 0o600) == 0)
        // Open for both ends, so that neither the program nor this waits for the other to open it.
        let descriptor = open(pipe, O_RDWR | O_NONBLOCK)
        try #require(descriptor >= 0)
        // The smallest pipe there is: the program cannot be done with its report before the first of it is read here.
        shrink(descriptor)
        let program = try BuiltProgram.Running(
            ["run", "--report", "results=results.fifo", "--evidence", "all"] + arguments,
            in: folder,
            environment: SmallCorpus.credentials
        )
        let (reports, continuation) = AsyncStream.makeStream(of: (peak: Int?, bytes: Data).self)
        let processID = program.processID
        Thread.detachNewThread {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&waiting, 1, -1)
            let peak = peakKiB(of: processID)
            let file = FileHandle(forReadingAtPath: pipe)
            close(descriptor)
            continuation.yield((peak, (try? file?.readToEnd()) ?? Data()))
            continuation.finish()
        }
        let ended = try await program.ended()
        release(pipe)
        var iterator = reports.makeAsyncIterator()
        let report = try #require(await iterator.next())
        return MeasuredRun(
            ended: ended,
            peakKiB: report.peak,
            results: try JSONSerialization.jsonObject(with: report.bytes) as? [String: Any] ?? [:],
            junit: try folder.text("reports/junit.xml")
        )
    }

    var counts: [String: Int] { results["counts"] as? [String: Int] ?? [:] }
    var cases: [[String: Any]] { results["cases"] as? [[String: Any]] ?? [] }

    /// The only case of this id.
    func testCase(_ id: String) throws -> [String: Any] {
        let found = cases.filter { $0["id"] as? String == id }
        try #require(found.count == 1, "\(found.count) cases have the id \(id)")
        return found[0]
    }

    private static func shrink(_ descriptor: Int32) {
        #if os(Linux)
            // F_SETPIPE_SZ of the kernel's fcntl.h, which the C library shows to GNU programs alone.
            _ = fcntl(descriptor, 1_031, 4_096)
        #endif
    }

    /// `VmHWM`, which unlike the numbers of `wait4` counts nothing of the process that started this one.
    private static func peakKiB(of processID: Int32) -> Int? {
        let status = try? String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Ends the wait of a reader to whom a program that failed early has written nothing.
    private static func release(_ pipe: String) {
        let descriptor = open(pipe, O_WRONLY | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        _ = write(descriptor, "\n", 1)
        close(descriptor)
    }
}
