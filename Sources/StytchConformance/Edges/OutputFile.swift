import Foundation

/// An open file that is written in large pieces.
///
/// A class, as it owns what it closes: once, when it is told to or let go of.
final class OutputFile {
    /// How many bytes are kept back before the system is asked to write.
    private static let bufferBytes = 256 * 1024

    private var descriptor: Int32
    private var kept: [UInt8] = []
    /// How messages call it.
    private let name: String

    init(_ descriptor: Int32, named name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    deinit {
        if descriptor >= 0 { Foundation.close(descriptor) }
    }

    /// Writes bytes, or keeps them for the next write.
    ///
    /// - Throws: why they, or those before them, cannot be written.
    func write(_ bytes: [UInt8]) throws(LocalFiles.Problem) {
        if kept.count + bytes.count > Self.bufferBytes { try flush() }
        guard bytes.count < Self.bufferBytes else { return try put(bytes) }
        if kept.capacity < Self.bufferBytes { kept.reserveCapacity(Self.bufferBytes) }
        kept += bytes
    }

    /// Writes what was kept, and closes the file.
    ///
    /// - Throws: why that cannot be written; the file is then closed when it is let go of.
    func close() throws(LocalFiles.Problem) {
        try flush()
        defer { descriptor = -1 }
        guard Foundation.close(descriptor) == 0 else { throw LocalFiles.problem("cannot write '\(name)'") }
    }

    private func flush() throws(LocalFiles.Problem) {
        guard !kept.isEmpty else { return }
        try put(kept)
        kept.removeAll(keepingCapacity: true)
    }

    private func put(_ bytes: [UInt8]) throws(LocalFiles.Problem) {
        switch bytes.withUnsafeBytes({ StoppableOutput.write($0, to: descriptor) }) {
        case nil: return
        case StoppableOutput.unread: throw .unread(name)
        case let number?: throw LocalFiles.problem("cannot write '\(name)'", number)
        }
    }
}
