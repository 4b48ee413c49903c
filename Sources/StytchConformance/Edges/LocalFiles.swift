import Foundation
import WireJSON

/// Files and folders of this machine, with errors in words.
enum LocalFiles {
    /// What could not be done, and the system's reason.
    struct Problem: Error, Equatable {
        var message: String
        /// The system's words at the end of it, where there are some.
        var reason: String?
        /// The kind of a secret that was about to be written; the message is then the place alone.
        var leakedKind: String?
        /// Whether a pipe was given up because the program was asked to stop and nobody read it, or read on.
        var isAbandoned = false
        /// What of several files is in its place all the same.
        var written: [String] = []

        /// A pipe whose reader did not come, or did not read on, until the program was asked to stop.
        static func unread(_ name: String) -> Problem {
            Problem(message: "cannot write '\(name)': nobody reads it", isAbandoned: true)
        }
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

    /// The files below a folder whose names end so, relative to it, sorted by their bytes.
    ///
    /// Hidden ones are left out, and pipes, devices and sockets, which may never end. Links are followed, but each folder is
    /// entered once, under its own name if that is among them: links in a circle end, and multiply nothing.
    static func files(below folder: String, suffix: String) throws(Problem) -> [String] {
        var found: [String] = []
        var (folders, links) = ([""], [String]())
        var entered: Set<FileNumber> = []
        while let relative = folders.popLast() ?? links.popLast() {
            let path = relative.isEmpty ? folder : "\(folder)/\(relative)"
            guard FileNumber(path).map({ entered.insert($0).inserted }) ?? true else { continue }
            for name in try names(in: path) where !name.hasPrefix(".") {
                let inner = relative.isEmpty ? name : "\(relative)/\(name)"
                switch Kind(of: "\(folder)/\(inner)") {
                case .folder: folders.append(inner)
                case .linkedFolder: links.append(inner)
                case .special: continue
                case .file, .unknown: if name.hasSuffix(suffix) { found.append(inner) }
                }
            }
            links.sort { $1.utf8.lexicographicallyPrecedes($0.utf8) }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The first bytes of a file, enough to tell what it is; none where it is no plain file, or cannot be read.
    static func start(of path: String) -> [UInt8] {
        guard Kind(of: path) == .file, let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        return Array(bytes[..<fread(&bytes, 1, bytes.count, file)])
    }

    private static func names(in folder: String) throws(Problem) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw Problem(message: "cannot list the folder '\(folder)'")
        }
    }

    /// Makes a folder and those above it, unless they are there.
    static func makeFolder(_ path: String) throws(Problem) {
        guard !path.isEmpty, !isFolder(path) else { return }
        try makeFolder(parent(of: path))
        guard mkdir(path, 0o777) != 0 else { return }
        // Taken before anything else is asked of the system.
        let problem = problem("cannot make the folder '\(path)'")
        guard !isFolder(path) else { return }
        throw exists(path) ? Problem(message: "cannot make the folder '\(path)': a file has this name") : problem
    }

    /// Whether a path names a device, a pipe or a socket: what can be written to, but not be replaced by a file.
    static func isSpecial(_ path: String) -> Bool {
        if isDescriptor(path) { return true }
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return type.map { $0 != .typeRegular && $0 != .typeDirectory } ?? false
    }

    /// Where a link leads in the end, whether there is a file or not; the path itself where it is no link.
    static func linkTarget(of path: String) -> String {
        var place = path
        // As many links in a row as Linux follows.
        for _ in 0..<40 where !isDescriptor(place) {
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else { return place }
            let folder = parent(of: place)
            place = next.beginsExactly(with: "/") || folder.isEmpty ? next : "\(folder)/\(next)"
        }
        return place
    }

    /// Whether a path stands for an open descriptor, such as `/dev/stdout`: a link that may lead to no path at all.
    private static func isDescriptor(_ path: String) -> Bool {
        ["/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/"].contains { path.beginsExactly(with: $0) }
    }

    /// A path from the root, without `.`, `..` and double slashes; links in it stay.
    static func absolute(_ path: String) -> String {
        let whole = path.beginsExactly(with: "/") ? path : "\(currentFolder)/\(path)"
        var parts: [Substring] = []
        for part in whole.scalarSplit(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The folder of a path, empty for a plain name.
    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What went wrong, with the system's reason: by default that for the call that failed last.
    static func problem(_ message: String, _ number: Int32 = errno) -> Problem {
        let reason = words(for: number)
        return Problem(message: "\(message): \(reason)", reason: reason)
    }

    /// The system's words for the number of an error.
    static func words(for number: Int32) -> String { String(cString: strerror(number)).lowercasedFirst }
}

extension String {
    /// The system's words begin with a capital, ours do not.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
