import Foundation

/// Files and folders of this machine, with errors in words.
enum LocalFiles {
    /// What could not be done, and the system's reason.
    struct Problem: Error, Equatable {
        var message: String
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The folder the program was started in.
    static var currentFolder: String { FileManager.default.currentDirectoryPath }

    /// The whole content of a file.
    static func bytes(of path: String) throws(Problem) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw problem("cannot read '\(path)'") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            bytes += buffer[..<count]
            if count < buffer.count { break }
        }
        guard ferror(file) == 0 else { throw problem("cannot read '\(path)'") }
        return bytes
    }

    /// The files below a folder whose names end so, hidden ones left out, relative to it, sorted by their bytes.
    static func files(below folder: String, suffix: String) throws(Problem) -> [String] {
        var found: [String] = []
        var pending = [""]
        while let relative = pending.popLast() {
            let path = relative.isEmpty ? folder : "\(folder)/\(relative)"
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: path)
            } catch {
                throw Problem(message: "cannot list the folder '\(path)'")
            }
            for name in names where !name.hasPrefix(".") {
                let inner = relative.isEmpty ? name : "\(relative)/\(name)"
                if isFolder("\(folder)/\(inner)") {
                    pending.append(inner)
                } else if name.hasSuffix(suffix) {
                    found.append(inner)
                }
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Makes a folder and those above it, unless they are there.
    static func makeFolder(_ path: String) throws(Problem) {
        guard !path.isEmpty, !isFolder(path) else { return }
        try makeFolder(parent(of: path))
        guard mkdir(path, 0o777) == 0 || isFolder(path) else { throw problem("cannot make the folder '\(path)'") }
    }

    /// The folder of a path, empty for a plain name.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What went wrong, with the system's reason for the call that failed last.
    static func problem(_ message: String) -> Problem {
        Problem(message: "\(message): \(String(cString: strerror(errno)).lowercasedFirst)")
    }
}

extension String {
    /// The system's words begin with a capital, ours do not.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
