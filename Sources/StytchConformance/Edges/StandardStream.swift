import Foundation
import Synchronization

/// Standard output or standard error, written to without buffering; a reader that has gone away is not an error.
final class StandardStream: Sendable {
    static let output = StandardStream(descriptor: STDOUT_FILENO)
    static let error = StandardStream(descriptor: STDERR_FILENO)

    private let descriptor: Int32
    private let isClosed = Mutex(false)

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Writes a whole text; once the other end is closed, it and all that follow are dropped.
    func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// Writes bytes as they are, like `write(_:)` with a text.
    func write(_ bytes: [UInt8]) {
        isClosed.withLock { isClosed in
            guard !isClosed else { return }
            isClosed = !Self.writeAll(bytes, to: descriptor)
        }
    }

    /// Whether it is a terminal.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Columns of the terminal; nil where it is none or does not say.
    var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                guard errno == EINTR || errno == EAGAIN else { return false }
                continue
            }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

/// What happens when the reader of a pipe goes away.
enum ClosedPipe {
    /// Makes a write to a closed pipe fail, where it would end the program before its reports are written.
    static func isAnError() {
        signal(SIGPIPE, SIG_IGN)
    }
}
