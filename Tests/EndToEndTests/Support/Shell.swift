import Foundation

/// A shell, for what only one can set up: closed streams, pipes, limits, mounts.
enum Shell {
    /// Runs a command to its end, with credentials in its environment, and gives its status.
    @discardableResult
    static func run(_ command: String, in folder: URL) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = SmallCorpus.credentials.merging(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]) { $1 }
        process.currentDirectoryURL = folder
        let (exit, continuation) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { continuation.yield($0.terminationStatus) }
        try process.run()
        var iterator = exit.makeAsyncIterator()
        return await iterator.next() ?? -1
    }
}

/// File systems of a test's own, where this machine lets its users mount any.
enum PrivateMounts {
    static let missing = "this machine allows no private mounts"

    /// Whether a command can be given a file system of its own.
    static let areAllowed: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "unshare -rm mount -t tmpfs none /mnt"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// A command that runs another one where `reports` is an empty file system of 16 KiB.
    static func command(mounting options: String, _ inner: String) -> String {
        "mkdir reports; unshare -rm sh -c 'mount -t tmpfs -o size=16k\(options) none reports && { \(inner); }'"
    }
}
