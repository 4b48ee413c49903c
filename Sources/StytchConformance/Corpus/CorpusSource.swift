import Conformance
import WireJSON

/// Where the cases come from.
enum CorpusSource: Sendable, Hashable {
    /// A folder, as it is to be shown to people.
    case folder(String)
    /// The cases that are built into the program.
    case builtIn

    /// `--cases`, else the folder that holds a given path, else `./cases`, else what is built in.
    ///
    /// - Throws: `CommandFailure` with status 2 where the folder is none, or a path is empty.
    static func resolved(option: String?, paths: [String]) throws -> CorpusSource {
        guard !paths.contains(where: \.isEmpty) else {
            throw CommandFailure(
                .wrongInput,
                "a path is empty",
                hint: "a variable of the shell may be so; without any path all cases are taken"
            )
        }
        if let option {
            guard !LocalFiles.exists(option) || LocalFiles.isFolder(option) else {
                throw CommandFailure(
                    .wrongInput,
                    "'\(option)' of --cases is no folder",
                    hint: "name the folder that holds operations.json and the suites"
                )
            }
            guard LocalFiles.isFolder(option) else {
                throw CommandFailure(.wrongInput, "the folder '\(option)' of --cases does not exist")
            }
            return .folder(shown(option))
        }
        for path in paths where LocalFiles.exists(path) {
            if let folder = corpusFolder(above: path) { return .folder(folder) }
        }
        return LocalFiles.isFolder(usualFolder) ? .folder(usualFolder) : .builtIn
    }

    /// The folder that is taken where none is named.
    private static let usualFolder = "cases"

    /// The folder, where only naming it or something in it leads there.
    var unusualFolder: String? {
        guard case .folder(let folder) = self, !folder.utf8.elementsEqual(Self.usualFolder.utf8) else { return nil }
        return folder
    }

    /// In the words of the closing lines.
    var description: String {
        switch self {
        case .folder(let path): path
        case .builtIn: "the cases built into the program"
        }
    }

    /// Every file, sorted by name.
    func files() throws -> [CorpusFile] {
        switch self {
        case .builtIn:
            // The paths are those of the cases in a checkout, so that reports agree whichever way they were read.
            return BuiltInArchive.files.map { CorpusFile(path: "cases/\($0.name)", name: $0.name, bytes: $0.bytes) }
        case .folder(let folder):
            do {
                let names = try LocalFiles.files(below: folder, suffix: "").filter {
                    CorpusFile.isRead(name: $0) && !$0.hasPrefix("schema/")
                }
                // Without it every other file would look wrong, however good it is.
                guard names.contains(where: { $0.utf8.elementsEqual(Self.mark.utf8) }) else {
                    throw CommandFailure.noCorpus(in: folder)
                }
                return names.map { Self.file(at: "\(folder)/\($0)", named: $0) }
            } catch let problem as LocalFiles.Problem {
                throw CommandFailure(.wrongInput, problem.message)
            }
        }
    }

    /// A file with its content, or with why it cannot be read: then the others are told of all the same.
    private static func file(at path: String, named name: String) -> CorpusFile {
        do throws(LocalFiles.Problem) {
            return CorpusFile(path: path, name: name, bytes: try LocalFiles.bytes(of: path))
        } catch {
            return CorpusFile(path: path, name: name, unreadable: error.reason ?? error.message)
        }
    }

    /// A path as the selection takes it: relative to the corpus folder, without `.json`; nil for the whole corpus.
    func selectionPath(_ path: String) -> String? {
        var text = Self.shown(path)
        if case .folder(let folder) = self {
            // A path may go another way to the same file: from within the corpus, or by '..'.
            let (whole, root) = (LocalFiles.absolute(path), LocalFiles.absolute(folder))
            if whole.utf8.elementsEqual(root.utf8) { return nil }
            if let inner = whole.rest(behind: root + "/"),
                text.beginsExactly(with: folder + "/") || LocalFiles.exists(path)
            {
                text = inner
            }
        } else if let inner = text.rest(behind: "cases/") {
            text = inner
        }
        return text.hasSuffix(".json") ? String(text.dropLast(5)) : text
    }

    /// The folder of the corpus that a path stands in, where that is another one.
    func otherCorpus(of path: String) -> String? {
        guard LocalFiles.exists(path), let other = Self.corpusFolder(above: path) else { return nil }
        if case .folder(let folder) = self,
            LocalFiles.absolute(folder).utf8.elementsEqual(LocalFiles.absolute(other).utf8)
        {
            return nil
        }
        return other
    }

    /// Whether a path is that of a file on disk, from where the program was started or from within the corpus.
    func isFile(_ path: String) -> Bool {
        guard case .folder(let folder) = self else { return false }
        return [path, "\(folder)/\(path)"].contains { LocalFiles.exists($0) && !LocalFiles.isFolder($0) }
    }

    /// The file that makes a folder a corpus.
    private static let mark = "operations.json"

    /// The nearest folder from a path upwards that is a corpus.
    private static func corpusFolder(above path: String) -> String? {
        var parts = LocalFiles.absolute(path).scalarSplit(separator: "/")
        while !parts.isEmpty {
            let folder = "/" + parts.joined(separator: "/")
            if LocalFiles.exists("\(folder)/\(mark)") { return relative(folder) }
            parts.removeLast()
        }
        return nil
    }

    /// A folder as it is reached from the one the program was started in, where one of the two holds the other.
    private static func relative(_ folder: String) -> String {
        let here = LocalFiles.currentFolder
        if folder.utf8.elementsEqual(here.utf8) { return "." }
        guard let below = here.rest(behind: folder + "/") else { return shown(folder) }
        let steps = below.scalarSplit(separator: "/").count
        return Array(repeating: "..", count: steps).joined(separator: "/")
    }

    /// A path without `./` and a slash at the end, relative where it lies in the folder the program was started in.
    private static func shown(_ path: String) -> String {
        var text = path
        while text.hasSuffix("/"), text.utf8.count > 1 { text.removeLast() }
        while let rest = text.rest(behind: "./") { text = rest }
        return text.rest(behind: LocalFiles.currentFolder + "/") ?? text
    }
}

extension CommandFailure {
    /// A folder that was to hold cases is no corpus.
    static func noCorpus(in folder: String) -> CommandFailure {
        CommandFailure(
            .wrongInput,
            "the folder '\(folder)' holds no cases: it has no operations.json",
            hint: "name another with --cases, or fill one with 'stytch-conformance export-cases'"
        )
    }
}
