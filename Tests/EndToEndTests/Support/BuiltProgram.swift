import Foundation
import Testing

/// The built `stytch-conformance`, which stands beside the tests' own bundle.
enum BuiltProgram {
    /// What a run of the program left behind.
    struct Ended {
        var status: Int32
        var output: String
        var error: String

        /// The lines of standard output.
        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    struct NotFound: Error, CustomStringConvertible {
        var folders: [String]
        var description: String { "stytch-conformance is in none of \(folders)" }
    }

    /// Runs the program to its end.
    ///
    /// The environment is empty but for what is given, so that no variable of the machine changes what is tested.
    static func run(
        _ arguments: [String],
        in folder: URL? = nil,
        environment: [String: String] = [:]
    ) async throws -> Ended {
        await slots.take()
        do {
            let ended = try await Running(arguments, in: folder, environment: environment).ended()
            await slots.giveBack()
            return ended
        } catch {
            await slots.giveBack()
            throw error
        }
    }

    /// Programs at work at once: all tests begin together, and a program that waits for a processor runs into its time limits.
    private static let slots = Slots(4)

    static func location() throws -> URL {
        let bundles = Bundle.allBundles.filter { $0.bundleURL.pathExtension == "xctest" }.map(\.bundleURL)
        let starts = [URL(fileURLWithPath: CommandLine.arguments.first ?? ""), Bundle.main.bundleURL] + bundles
        let folders = starts.flatMap { [$0.deletingLastPathComponent(), $0] }
        for folder in folders {
            let program = folder.appendingPathComponent("stytch-conformance")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        throw NotFound(folders: folders.map(\.path))
    }
}

extension BuiltProgram {
    /// The program while it runs.
    final class Running {
        private let process = Process()
        private let output: URL
        private let error: URL
        private let exit: AsyncStream<Int32>

        /// Starts it; a launcher is given the program and its arguments, and must become it.
        init(
            _ arguments: [String],
            in folder: URL? = nil,
            environment: [String: String] = [:],
            by launcher: [String] = []
        ) throws {
            let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("e2e-\(UUID().uuidString)")
            output = scratch.appendingPathExtension("out")
            error = scratch.appendingPathExtension("err")
            let words = try launcher + [BuiltProgram.location().path] + arguments
            process.executableURL = URL(fileURLWithPath: words[0])
            process.arguments = Array(words.dropFirst())
            process.environment = environment
            process.standardInput = FileHandle.nullDevice
            process.currentDirectoryURL = folder ?? FileManager.default.temporaryDirectory
            for file in [output, error] { try Data().write(to: file) }
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = try FileHandle(forWritingTo: error)
            let (exit, continuation) = AsyncStream.makeStream(of: Int32.self)
            self.exit = exit
            process.terminationHandler = { process in
                let isSignal = process.terminationReason == .uncaughtSignal
                continuation.yield(isSignal ? -process.terminationStatus : process.terminationStatus)
                continuation.finish()
            }
            try process.run()
        }

        /// The number the system knows it by.
        var processID: Int32 { process.processIdentifier }

        /// Whether it has not ended.
        var isRunning: Bool { process.isRunning }

        /// Sends a signal.
        func signal(_ signal: Int32) {
            kill(process.processIdentifier, signal)
        }

        /// Sends a signal, and measures the time to the end.
        func ended(after signal: Int32) async throws -> (Ended, Duration) {
            let clock = ContinuousClock()
            let start = clock.now
            self.signal(signal)
            let ended = try await ended()
            return (ended, clock.now - start)
        }

        /// Waits for the end.
        func ended() async throws -> Ended {
            var iterator = exit.makeAsyncIterator()
            let status = try #require(await iterator.next())
            defer { for file in [output, error] { try? FileManager.default.removeItem(at: file) } }
            return Ended(
                status: status,
                output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
                error: String(decoding: try Data(contentsOf: error), as: UTF8.self)
            )
        }
    }

    /// A program whose standard output is read line by line while it runs.
    final class Talking {
        let process = Process()
        private let pipe = Pipe()

        init(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws {
            process.executableURL = try BuiltProgram.location()
            process.arguments = arguments
            process.environment = environment
            process.standardInput = FileHandle.nullDevice
            process.currentDirectoryURL = folder ?? FileManager.default.temporaryDirectory
            process.standardOutput = pipe
            try process.run()
        }

        /// The next byte, after which nothing more is read.
        func byte() async -> UInt8? {
            let file = pipe.fileHandleForReading
            return await withCheckedContinuation { continuation in
                Thread.detachNewThread { continuation.resume(returning: (try? file.read(upToCount: 1))?.first) }
            }
        }

        /// The next so many lines; fewer where the program ends before.
        func lines(_ count: Int) async -> [String] {
            let file = pipe.fileHandleForReading
            return await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    var bytes: [UInt8] = []
                    while bytes.count(where: { $0 == UInt8(ascii: "\n") }) < count {
                        guard let byte = try? file.read(upToCount: 1), let first = byte.first else { break }
                        bytes.append(first)
                    }
                    let text = String(decoding: bytes, as: UTF8.self)
                    continuation.resume(returning: text.split(separator: "\n").map(String.init))
                }
            }
        }

        /// Sends signals, one after the other, and waits for the end.
        func end(by signals: Int32...) async -> Int32 {
            let (exit, continuation) = AsyncStream.makeStream(of: Int32.self)
            process.terminationHandler = { continuation.yield($0.terminationStatus) }
            for signal in signals { kill(process.processIdentifier, signal) }
            var iterator = exit.makeAsyncIterator()
            return await iterator.next() ?? -1
        }
    }
}
