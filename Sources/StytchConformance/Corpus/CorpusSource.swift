import Conformance

/// Where the cases come from.
enum CorpusSource: Sendable, Hashable {
    /// A folder, as it is to be shown to people.
    case folder(String)
    /// The cases that are built into the program.
    case builtIn

    /// `--cases`, else the folder that holds a given path, else `./cases`, else what is built in.
    static func resolved(option: String?, paths: [String]) throws -> CorpusSource {
        if let option {
            guard LocalFiles.isFolder(option) else {
                throw CommandFailure(.wrongInput, "the folder '\(option)' of --cases does not exist")
            }
            return .folder(shown(option))
        }
        for path in paths where LocalFiles.exists(path) {
            if let folder = corpusFolder(above: path) { return .folder(folder) }
        }
        return LocalFiles.isFolder("cases") ? .folder("cases") : .builtIn
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
                let names = try LocalFiles.files(below: folder, suffix: ".json").filter { !$0.hasPrefix("schema/") }
                return try names.map { name in
                    let path = "\(folder)/\(name)"
                    return CorpusFile(path: path, name: name, bytes: try LocalFiles.bytes(of: path))
                }
            } catch let problem as LocalFiles.Problem {
                throw CommandFailure(.wrongInput, problem.message)
            }
        }
    }

    /// A path as the selection takes it: relative to the corpus folder, without `.json`; nil for the whole corpus.
    func selectionPath(_ path: String) -> String? {
        var text = Self.shown(path)
        if case .folder(let folder) = self {
            if text.utf8.elementsEqual(folder.utf8) { return nil }
            if text.hasPrefix(folder + "/") { text = String(text.dropFirst(folder.utf8.count + 1)) }
        } else if text.hasPrefix("cases/") {
            text = String(text.dropFirst(6))
        }
        return text.hasSuffix(".json") ? String(text.dropLast(5)) : text
    }

    /// The nearest folder from a path upwards that holds `operations.json`.
    private static func corpusFolder(above path: String) -> String? {
        var folder = shown(path)
        while true {
            if LocalFiles.exists("\(folder.isEmpty ? "." : folder)/operations.json") {
                return folder.isEmpty ? "." : folder
            }
            let parent = LocalFiles.parent(of: folder)
            guard !folder.isEmpty, parent != folder else { return nil }
            folder = parent
        }
    }

    /// A path without `./` and a slash at the end, relative where it lies in the folder the program was started in.
    private static func shown(_ path: String) -> String {
        var text = path
        while text.hasSuffix("/"), text.utf8.count > 1 { text.removeLast() }
        while text.hasPrefix("./") { text.removeFirst(2) }
        let here = LocalFiles.currentFolder + "/"
        return text.hasPrefix(here) ? String(text.dropFirst(here.count)) : text
    }
}
