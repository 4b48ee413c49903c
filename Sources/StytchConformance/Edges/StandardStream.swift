import Conformance
import ConformanceReports
import Foundation
import Synchronization

/// Standard output or standard error, written to without buffering; a reader that has gone away is not an error.
final class StandardStream: Sendable {
    static let output = StandardStream(descriptor: STDOUT_FILENO, name: "standard output")
    static let error = StandardStream(descriptor: STDERR_FILENO, name: "standard error")

    private let descriptor: Int32
    private let name: String
    private let state = Mutex(State())

    private struct State {
        /// Why a write failed; nothing is written after that.
        var failure: Int32?
        /// Whether there was no stream when the program began.
        var wasClosed = false
    }

    private init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Writes a whole text; once the other end is closed, it and all that follow are dropped.
    ///
    /// Nothing in it is a command to a build server. What others wrote within it, such as a path or what an option was given,
    /// has passed through `VisibleText.line` before.
    func write(_ text: String) {
        write(Array(LogText.disarmed(text).utf8))
    }

    /// The same for what is meant to be obeyed, and holds nothing of others that could be: annotations, scripts for a shell.
    func write(asIs text: String) {
        write(Array(text.utf8))
    }

    /// Writes bytes as they are, like `write(_:)` with a text, or none of them where a secret is in them.
    func write(_ bytes: [UInt8]) {
        if let kind = LeakGuard.secrets.leak(in: bytes) {
            LeakGuard.noteRefusal()
            let failure = CommandFailure.leak(of: kind, into: name, "that text was left out")
            return Self.error.put(Array(failure.text.utf8))
        }
        put(bytes)
    }

    private func put(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        state.withLock { state in
            guard state.failure == nil else { return }
            // Whatever has the number of a stream that was closed is not this stream.
            state.failure =
                state.wasClosed ? EBADF : bytes.withUnsafeBytes { StoppableOutput.write($0, to: descriptor) }
        }
    }

    /// Takes it for closed, whatever has its number: what is written from now on is lost, which is a problem.
    fileprivate func close() {
        state.withLock { $0.wasClosed = true }
    }

    /// Why something could not be written, in the system's words; nil where all was, or where its reader had enough.
    var problem: String? {
        state.withLock { state in
            guard let failure = state.failure, failure != EPIPE else { return nil }
            if failure == StoppableOutput.unread { return "nobody reads it" }
            return state.wasClosed ? "it is closed" : LocalFiles.words(for: failure)
        }
    }

    /// Whether something was to be written though there was no stream from the start.
    var wasClosed: Bool { state.withLock { $0.wasClosed && $0.failure != nil } }

    /// Whether it is a terminal.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Columns of the terminal; nil where it is none or does not say.
    var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

/// What the program sees to before it does anything else.
enum StandardStreams {
    /// Makes a write to a closed pipe, or past the size that files may have, fail where it would end the program, and opens the
    /// streams that are closed: the next file or socket would take their number, and with it what is meant for them.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // Takes the lowest free number, which is this one.
            _ = open("/dev/null", O_RDWR)
            if descriptor == STDOUT_FILENO { StandardStream.output.close() }
        }
    }
}
