import WireJSON

/// The cases that are built into the program, so that an installed one has some.
enum BuiltInArchive {
    /// One file of it.
    struct File: Sendable, Hashable {
        /// Relative to the corpus folder.
        var name: String
        var bytes: [UInt8]
    }

    /// Every file, sorted by name.
    static var files: [File] { files(in: Array(BuiltInCorpus.text.utf8)) }

    /// Reads an archive: for each file a line with its length in bytes and its name, its bytes, and a line feed.
    static func files(in archive: [UInt8]) -> [File] {
        var files: [File] = []
        var index = archive.startIndex
        while index < archive.endIndex, let lineEnd = archive[index...].firstIndex(of: UInt8(ascii: "\n")) {
            let words = String(decoding: archive[index..<lineEnd], as: UTF8.self).scalarSplit(
                separator: " ",
                maxSplits: 1
            )
            guard let word = words.first, let count = Int(word), let name = words.last else { break }
            let start = archive.index(after: lineEnd)
            guard count >= 0, count <= archive.endIndex - start else { break }
            files.append(File(name: String(name), bytes: Array(archive[start..<start + count])))
            index = start + count + 1
        }
        return files
    }

    /// An archive of files, as `files(in:)` reads it.
    static func text(of files: [File]) -> String {
        files.map { "\($0.bytes.count) \($0.name)\n" + String(decoding: $0.bytes, as: UTF8.self) + "\n" }.joined()
    }

    /// The source file that builds an archive into the program, or nil where its text cannot stand in a literal.
    static func source(of files: [File]) -> String? {
        let text = text(of: files)
        let fence = "###"
        guard !text.contains("\"\"\"\(fence)"), !text.contains("\\\(fence)"), !text.utf8.contains(0x0D) else {
            return nil
        }
        return """
            // swift-format-ignore-file
            // Made from cases/ by 'make goldens'; a test keeps the two equal.

            /// The text of the archive that `BuiltInArchive` reads.
            enum BuiltInCorpus {
                static let text = \(fence)\"""

            """ + text + "\n\"\"\"\(fence)\n}\n"
    }
}
