import Foundation
import Testing

/// Standard output as a pipe that does not block, such as an event loop shares with the programs that it starts.
@Suite(.timeLimit(.minutes(10)))
struct LateReaderTests {
    /// What one read takes, and what makes room for the next write.
    private static let piece = 4_096

    @Test
    func `a pipe that does not block gets all of it, however late it is read`() async throws {
        let arguments = ["list", "--json", "--cases", Checkout.cases]
        let expected = Array(try await BuiltProgram.run(arguments).output.utf8)
        let pipe = Pipe()
        let writing = pipe.fileHandleForWriting.fileDescriptor
        try #require(fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK) == 0)
        // More than fits is left in each of these rounds, so that the program meets a full pipe in all of them.
        let rounds = (expected.count - (try Self.capacity(of: pipe))) / Self.piece - 1
        try #require(rounds >= 8)

        let process = Process()
        process.executableURL = try BuiltProgram.location()
        process.arguments = arguments
        process.environment = [:]
        process.currentDirectoryURL = FileManager.default.temporaryDirectory
        process.standardInput = FileHandle.nullDevice
        // The handle alone: of a pipe this side's end would be closed, by which a full pipe is known here.
        process.standardOutput = pipe.fileHandleForWriting
        let (exit, ending) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { ending.yield($0.terminationStatus) }
        try process.run()

        var read: [UInt8] = []
        for _ in 0..<rounds {
            while process.isRunning, Self.hasRoom(writing) { await Task.yield() }
            try #require(process.isRunning)
            read += try pipe.fileHandleForReading.read(upToCount: Self.piece) ?? Data()
        }
        try pipe.fileHandleForWriting.close()
        read += await Self.rest(of: pipe.fileHandleForReading)
        var iterator = exit.makeAsyncIterator()
        #expect(await iterator.next() == 0)
        #expect(read == expected)
    }

    /// Whether a pipe takes more now.
    private static func hasRoom(_ descriptor: Int32) -> Bool {
        var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&place, 1, 0) != 0
    }

    /// How many bytes an empty pipe takes, which is empty again afterwards.
    private static func capacity(of pipe: Pipe) throws -> Int {
        let zeros = [UInt8](repeating: 0, count: piece)
        var count = 0
        while case let written = write(pipe.fileHandleForWriting.fileDescriptor, zeros, piece), written > 0 {
            count += written
        }
        let drained = try pipe.fileHandleForReading.read(upToCount: count)
        try #require(drained?.count == count)
        return count
    }

    private static func rest(of file: FileHandle) async -> [UInt8] {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: Array((try? file.readToEnd()) ?? Data())) }
        }
    }
}
