import Foundation

/// The bytes of a file or of standard input, piece by piece, unpacked where they are gzip.
final class ByteStream {
    /// The bytes that are asked for at once.
    static let pieceBytes = 1 << 20

    private let descriptor: Int32
    private let name: String
    private let stop: StopPipe
    private var inflater: Inflater?
    private var isFirst = true
    /// Why the stream ended before its end; nil where it did not.
    private(set) var problem: String?

    /// Opens a file, or standard input for `-`.
    init(_ path: String, _ stop: StopPipe) throws(LocalFiles.Problem) {
        name = path
        self.stop = stop
        guard path != "-" else {
            descriptor = dup(STDIN_FILENO)
            guard descriptor >= 0 else { throw LocalFiles.problem("cannot read standard input") }
            return
        }
        // Without O_NONBLOCK a pipe without a writer would hold the program here, where no signal ends the waiting.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw LocalFiles.problem("cannot read '\(path)'") }
    }

    deinit { close(descriptor) }

    /// Appends a whole piece, however few bytes come at a time, or what is left; false where nothing is, as for ``next()``.
    func append(to bytes: inout [UInt8]) -> Bool {
        let known = bytes.count
        let wanted = known + Self.pieceBytes
        if isFirst || inflater != nil {
            while bytes.count < wanted, let piece = next() { bytes += piece }
            return bytes.count > known
        }
        bytes += repeatElement(0, count: Self.pieceBytes)
        var filled = known
        bytes.withUnsafeMutableBytes { buffer in
            while filled < wanted {
                let count = read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<wanted]))
                guard count > 0 else { return }
                filled += count
            }
        }
        bytes.removeLast(wanted - filled)
        return filled > known
    }

    /// The next piece, or nil at the end, at a problem, and once the program is asked to stop.
    func next() -> [UInt8]? {
        do throws(Inflater.Problem) {
            while true {
                if let piece = try inflater?.next() { return piece }
                guard let bytes = read() else {
                    try inflater?.end()
                    return nil
                }
                if isFirst { inflater = bytes.starts(with: [0x1F, 0x8B]) ? Inflater() : nil }
                isFirst = false
                guard let inflater else { return bytes }
                inflater.take(bytes)
            }
        } catch {
            guard problem == nil, !stop.isStopped else { return nil }
            problem =
                switch error {
                case .cut: "'\(name)' is cut: its gzip stream has no end"
                case .corrupt(let words): "'\(name)' is no good gzip stream: \(words)"
                }
            return nil
        }
    }

    /// Some bytes, at least two of the first ones so that their form can be told; nil at the end.
    private func read() -> [UInt8]? {
        var bytes: [UInt8] = []
        repeat {
            let wanted = Self.pieceBytes - bytes.count
            let more = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
                filled = read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if more.isEmpty { break }
            bytes = bytes.isEmpty ? more : bytes + more
        } while isFirst && bytes.count < 2
        return bytes.isEmpty ? nil : bytes
    }

    /// Waits for bytes and reads them; 0 at the end, at a problem, and once the program is asked to stop.
    private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while stop.wait(for: descriptor) {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count < 0 { problem = LocalFiles.problem("cannot read '\(name)'").message }
            return max(count, 0)
        }
        return 0
    }
}
