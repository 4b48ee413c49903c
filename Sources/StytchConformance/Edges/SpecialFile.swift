import Foundation
import WireJSON

/// A device or a pipe that is written to as it is.
///
/// The system itself would hold the program at a pipe without a reader, where no signal ends the waiting.
enum SpecialFile {
    /// Milliseconds from one look for a reader to the next.
    private static let pause: Int32 = 20
    /// How often is looked before someone is told what is waited for: for a second.
    private static let quietLooks = 50

    /// Opens what may be a pipe, and waits for its reader, however late that comes.
    ///
    /// - Parameters:
    ///   - path: What is opened; it is made where it is not there.
    ///   - name: How messages call it.
    ///   - appends: Whether what is in a file stays.
    /// - Returns: The open file, whose writes wait for their reader as ``StoppableOutput`` does.
    /// - Throws: why it cannot be opened; `isAbandoned` where the program was asked to stop and no reader had come.
    static func open(
        _ path: String,
        named name: String,
        appends: Bool = false
    ) throws(LocalFiles.Problem) -> OutputFile {
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | (appends ? O_APPEND : O_TRUNC)
        var looks = 0
        while true {
            let descriptor = Foundation.open(path, flags, 0o666)
            if descriptor >= 0 {
                return OutputFile(descriptor, named: name)
            }
            guard errno == ENXIO, isPipe(path) else { throw LocalFiles.problem("cannot write '\(name)'") }
            guard !StopPipe.ofSignals.isStopped(within: pause) else { throw .unread(name) }
            looks += 1
            if looks == quietLooks {
                let note = "note: waiting for someone to read '\(name)'; Ctrl-C goes on without"
                StandardStream.error.write(VisibleText.line(note) + "\n")
            }
        }
    }

    private static func isPipe(_ path: String) -> Bool {
        var found = stat()
        return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFIFO
    }
}
