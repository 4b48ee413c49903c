import Foundation

/// Writes to open files; the readers of pipes are waited for, but not for good.
///
/// A reader that stops reading, such as a pager, holds up who writes. It is waited for however long it takes, until the program is asked
/// to stop: from then on only while it reads on. A terminal that takes less than it said may hold up a write all the same.
enum StoppableOutput {
    /// What a write ends with where the program was asked to stop and nobody read on; the number of no error of the system.
    static let unread: Int32 = -1
    /// Milliseconds in which a reader is to read on.
    private static let patience: Int32 = 500

    /// Writes all of it.
    ///
    /// - Returns: The number of the error that ended it, such as `EPIPE` or ``unread``; nil where all is written.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        let mayWait = !isFile(descriptor)
        var rest = bytes
        while !rest.isEmpty {
            guard !mayWait || hasRoom(descriptor) else { return unread }
            // No more than there is room for wherever there is room: the system would hold a longer write until all of it is read.
            let count = Foundation.write(
                descriptor,
                rest.baseAddress,
                mayWait ? min(rest.count, Int(PIPE_BUF)) : rest.count
            )
            if count < 0 {
                guard errno == EINTR || mayWait && errno == EAGAIN else { return errno }
                continue
            }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
        return nil
    }

    private static func isFile(_ descriptor: Int32) -> Bool {
        var found = stat()
        return fstat(descriptor, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
    }

    /// Waits until a write would not be held up, or would fail; false where it is not to be waited for any more.
    private static func hasRoom(_ descriptor: Int32) -> Bool {
        if StopPipe.ofSignals.wait(for: descriptor, POLLOUT) { return true }
        var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        while true {
            let count = poll(&place, 1, patience)
            if count >= 0 || errno != EINTR { return count != 0 }
        }
    }
}
