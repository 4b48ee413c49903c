import Foundation
import Synchronization

/// A folder for temporary files that no other user can look into, and that is gone when the program has ended.
struct PrivateFolder {
    /// What a signal that does not wait must remove.
    private static let kept = Mutex<Set<String>>([])

    let path: String

    /// Makes a new one where this machine keeps temporary files.
    static func make() throws(LocalFiles.Problem) -> PrivateFolder {
        let parent = FileManager.default.temporaryDirectory.path
        var template = Array("\(parent)/stytch-conformance.XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw LocalFiles.problem("cannot make a folder in '\(parent)'") }
        let folder = PrivateFolder(path: String(cString: made))
        kept.withLock { _ = $0.insert(folder.path) }
        return folder
    }

    /// Writes a file, and gives its path.
    func write(_ name: String, _ text: String) throws(LocalFiles.Problem) -> String {
        let file = "\(path)/\(name)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw LocalFiles.problem("cannot write '\(file)'") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
        } catch {
            throw LocalFiles.Problem(message: "cannot write '\(file)': \(error)")
        }
        return file
    }

    /// Removes it with all that is in it.
    func remove() {
        Self.remove(path)
        Self.kept.withLock { _ = $0.remove(path) }
    }

    /// Removes every one there is, as the program is about to end.
    static func removeAll() {
        kept.withLock { for path in $0 { remove(path) } }
    }

    private static func remove(_ path: String) {
        // What cannot be removed stays for the system to clear; there is nobody left to tell.
        try? FileManager.default.removeItem(atPath: path)
    }
}
