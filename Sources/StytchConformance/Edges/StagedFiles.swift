import Foundation

/// Files that appear all together or not at all: written beside their places, then renamed into them.
///
/// A place that is a device or a pipe, such as `/dev/null`, is written to as it is; what a link points to is replaced,
/// not the link.
struct StagedFiles {
    /// Writes the content of one file, piece by piece.
    typealias Content = (_ output: ([UInt8]) throws -> Void) throws -> Void

    private var staged: [(temporary: String, final: String)] = []

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

    /// Writes a file beside its place.
    mutating func add(_ path: String, _ content: Content) throws(LocalFiles.Problem) {
        try Self.prepare(path)
        let place = LocalFiles.linkTarget(of: path)
        guard !LocalFiles.isSpecial(place) else { return try Self.write(path, to: place, content) }
        let temporary = "\(place).\(getpid()).part"
        staged.append((temporary, place))
        try Self.write(path, to: temporary, content)
    }

    /// Puts every file in its place.
    mutating func commit() throws(LocalFiles.Problem) {
        while let next = staged.first {
            guard rename(next.temporary, next.final) == 0 else {
                throw LocalFiles.problem("cannot write '\(next.final)'")
            }
            staged.removeFirst()
        }
    }

    /// Removes what was written beside its place and is not in it.
    mutating func discard() {
        for file in staged { unlink(file.temporary) }
        staged.removeAll()
    }

    /// Writes all of these files or none of them.
    static func write(_ files: [(path: String, content: Content)]) throws(LocalFiles.Problem) {
        var staged = StagedFiles()
        do {
            for file in files { try staged.add(file.path, file.content) }
            try staged.commit()
        } catch {
            staged.discard()
            throw error
        }
    }

    /// Writes to an actual place what messages name by another.
    private static func write(
        _ path: String,
        to actual: String,
        _ content: Content
    ) throws(LocalFiles.Problem) {
        guard let file = fopen(actual, "wb") else { throw LocalFiles.problem("cannot write '\(path)'") }
        do {
            try content { bytes in
                guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
                    throw LocalFiles.problem("cannot write '\(path)'")
                }
            }
        } catch {
            fclose(file)
            throw error as? LocalFiles.Problem ?? LocalFiles.Problem(message: "cannot write '\(path)': \(error)")
        }
        guard fclose(file) == 0 else { throw LocalFiles.problem("cannot write '\(path)'") }
    }
}
