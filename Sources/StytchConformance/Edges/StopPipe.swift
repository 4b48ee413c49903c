import Foundation

/// Ends waiting for input, or for a reader, when the program is asked to stop.
final class StopPipe: Sendable {
    /// What the first signal stops, where signals are watched.
    static let ofSignals = StopPipe()

    private let ends: (read: Int32, write: Int32)

    /// Opens a pipe; without one, waiting does not end early.
    init() {
        var pair: [Int32] = [-1, -1]
        ends = pipe(&pair) == 0 ? (pair[0], pair[1]) : (-1, -1)
    }

    deinit {
        close(ends.read)
        close(ends.write)
    }

    /// Asks to stop; may be called on any thread.
    func stop() {
        var byte = UInt8(0)
        _ = write(ends.write, &byte, 1)
    }

    /// Whether it was asked.
    var isStopped: Bool { isStopped(within: 0) }

    /// Whether it is asked at the latest so many milliseconds from now; waits so long where it is not.
    func isStopped(within milliseconds: Int32) -> Bool {
        var end = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
        return poll(&end, 1, milliseconds) > 0
    }

    /// Waits until there is something to read, or room to write (`POLLOUT`), or the end; false where the program is asked to stop.
    func wait(for descriptor: Int32, _ event: Int32 = POLLIN) -> Bool {
        var waiting = [
            pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor, events: Int16(event), revents: 0),
        ]
        while poll(&waiting, 2, -1) < 0, errno == EINTR {}
        return waiting[0].revents == 0
    }
}
