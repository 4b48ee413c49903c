import Conformance
import Foundation
import Synchronization

/// Files that are written beside their places, and renamed into them once all of them are whole.
///
/// What goes wrong before that leaves every place as it was. The renames are one after the other: where one of them fails, as when
/// a folder was taken away meanwhile, the files before it are in their places and those behind it are not.
///
/// Whatever is written passes the last scan: a file with a secret in it is not written, nor are the others.
///
/// A place that is a device or a pipe, such as `/dev/null`, is written to as it is; what a link points to is replaced,
/// not the link. A pipe that nobody read, or read on, when the program was asked to stop leaves the others in their places.
struct StagedFiles {
    /// Writes the content of one file, piece by piece; called on any thread.
    typealias Content = @Sendable (_ output: ([UInt8]) throws -> Void) throws -> Void

    /// What is written beside its place at this moment, by anyone in the program; paths as bytes, as the disk takes them.
    private static let unfinished = Mutex<Set<[UInt8]>>([])

    private var staged: [(temporary: String, final: String, path: String)] = []

    /// Makes the folder of a file and sees that the file can be put there, before there is anything to write.
    static func prepare(_ path: String) throws(LocalFiles.Problem) {
        let place = LocalFiles.linkTarget(of: path)
        guard !LocalFiles.isFolder(place) else {
            throw LocalFiles.Problem(message: "cannot write '\(path)': it is a folder")
        }
        let folder = LocalFiles.parent(of: place)
        try LocalFiles.makeFolder(folder)
        let written = LocalFiles.isSpecial(place) ? place : folder.isEmpty ? "." : folder
        guard access(written, W_OK) == 0 else { throw LocalFiles.problem("cannot write '\(path)'") }
    }

    /// Gives what writes a file beside its place, or to the place itself where that is special.
    mutating func add(
        _ path: String,
        _ guarded: GuardedSecrets,
        _ content: @escaping Content
    ) throws(LocalFiles.Problem) -> @Sendable () -> LocalFiles.Problem? {
        try Self.prepare(path)
        let place = LocalFiles.linkTarget(of: path)
        guard !LocalFiles.isSpecial(place) else {
            // What a pipe was given cannot be taken back, so that all of it is looked at first.
            return { Self.leak(in: content, guarded, path) ?? Self.problemOfWriting(path, to: place, guarded, content) }
        }
        let temporary = "\(place).\(Self.randomName()).part"
        staged.append((temporary, place, path))
        return { Self.problemOfWriting(path, to: temporary, isNew: true, guarded, content) }
    }

    /// Sixteen hexadecimal digits that nobody guesses.
    private static func randomName() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// Puts every file in its place, one after the other.
    mutating func commit() throws(LocalFiles.Problem) {
        while let next = staged.first {
            guard rename(next.temporary, next.final) == 0 else {
                throw LocalFiles.problem("cannot write '\(next.final)'")
            }
            Self.unfinished.withLock { _ = $0.remove(Array(next.temporary.utf8)) }
            staged.removeFirst()
        }
    }

    /// Removes what was written beside its place and is not in it.
    mutating func discard() {
        for file in staged {
            // Only what was made here: nothing of somebody else's, who had the name before.
            let isOwn = Self.unfinished.withLock { $0.remove(Array(file.temporary.utf8)) != nil }
            if isOwn { unlink(file.temporary) }
        }
        staged.removeAll()
    }

    /// Removes what others are writing, as the program is about to end without them.
    static func discardAll() {
        unfinished.withLock { for file in $0 { unlink(String(decoding: file, as: UTF8.self)) } }
    }

    /// Writes all of these files, side by side; none of them where one cannot be written.
    static func write(
        _ files: [(path: String, content: Content)],
        _ guarded: GuardedSecrets = LeakGuard.secrets
    ) async throws(LocalFiles.Problem) {
        var staged = StagedFiles()
        var unwritten: [String]?
        do throws(LocalFiles.Problem) {
            var writings: [@Sendable () -> LocalFiles.Problem?] = []
            for file in files { writings.append(try staged.add(file.path, guarded, file.content)) }
            let problems = await problems(of: writings)
            if let problem = problems.lazy.compactMap(\.self).first(where: { !$0.isAbandoned }) { throw problem }
            unwritten = zip(files, problems).filter { $0.1 != nil }.map(\.0.path)
            try staged.commit()
            if let problem = problems.lazy.compactMap(\.self).first { throw problem }
        } catch {
            var problem = error
            if let unwritten {
                let left = (unwritten + staged.staged.map(\.path)).map { Array($0.utf8) }
                problem.written = files.map(\.path).filter { !left.contains(Array($0.utf8)) }
            }
            staged.discard()
            throw problem
        }
    }

    /// Writes one file whose bytes are there, or nothing.
    static func write(_ bytes: [UInt8], to path: String) async throws(LocalFiles.Problem) {
        try await write([(path, { @Sendable output in try output(bytes) })])
    }

    /// Does all of these at once; the problem of each, where it has one.
    private static func problems(of writings: [@Sendable () -> LocalFiles.Problem?]) async -> [LocalFiles.Problem?] {
        await withTaskGroup(of: (Int, LocalFiles.Problem?).self) { group in
            for (place, writing) in writings.enumerated() { group.addTask { (place, writing()) } }
            var problems = [LocalFiles.Problem?](repeating: nil, count: writings.count)
            for await (place, problem) in group { problems[place] = problem }
            return problems
        }
    }

    /// The leak that writing this would be.
    private static func leak(in content: Content, _ guarded: GuardedSecrets, _ path: String) -> LocalFiles.Problem? {
        var scan = guarded.scan()
        do {
            try content { bytes in try check(scan.leak(in: bytes), path) }
            try check(scan.leakAtEnd(), path)
            return nil
        } catch {
            return problem(error, path)
        }
    }

    private static func check(_ leakedKind: String?, _ path: String) throws {
        guard let leakedKind else { return }
        throw LocalFiles.Problem(message: "'\(path)'", leakedKind: leakedKind)
    }

    private static func problem(_ error: any Error, _ path: String) -> LocalFiles.Problem {
        error as? LocalFiles.Problem ?? LocalFiles.Problem(message: "cannot write '\(path)': \(error)")
    }

    private static func problemOfWriting(
        _ path: String,
        to actual: String,
        isNew: Bool = false,
        _ guarded: GuardedSecrets,
        _ content: Content
    ) -> LocalFiles.Problem? {
        do throws(LocalFiles.Problem) {
            let file = try isNew ? create(actual, for: path) : SpecialFile.open(actual, named: path)
            try write(path, into: file, guarded, content)
            return nil
        } catch {
            return error
        }
    }

    /// Makes a file that is not there yet, whatever else may have put a file or a link in its place.
    private static func create(
        _ temporary: String,
        for path: String
    ) throws(LocalFiles.Problem) -> OutputFile {
        let descriptor = unfinished.withLock { unfinished in
            let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { unfinished.insert(Array(temporary.utf8)) }
            return descriptor
        }
        guard descriptor >= 0 else { throw LocalFiles.problem("cannot write '\(path)'") }
        return OutputFile(descriptor, named: path)
    }

    /// Writes to an open file, and closes it, what messages name by the path.
    private static func write(
        _ path: String,
        into file: OutputFile,
        _ guarded: GuardedSecrets,
        _ content: Content
    ) throws(LocalFiles.Problem) {
        var scan = guarded.scan()
        do {
            try content { bytes in
                try check(scan.leak(in: bytes), path)
                try file.write(bytes)
            }
            try check(scan.leakAtEnd(), path)
        } catch {
            throw problem(error, path)
        }
        try file.close()
    }
}
