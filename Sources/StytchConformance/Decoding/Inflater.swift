import CZlib

/// Unpacks a gzip stream, also one of several members, piece by piece; never holds more than it was given and one piece.
///
/// > Source: RFC 1952 §2.2
final class Inflater {
    /// Why a stream cannot be unpacked further.
    enum Problem: Error, Equatable {
        /// The stream is not what its checksums or codes say.
        case corrupt(String)
        /// The stream ends within a member.
        case cut
    }

    /// The bytes of one piece.
    private static let pieceBytes = 1 << 18

    private var stream = z_stream()
    private var isOpen = false
    /// Whether a member is complete, and nothing of another has come.
    private var isBetween = true
    private var input: [UInt8] = []
    private var used = 0

    deinit { close() }

    /// Takes packed bytes; must be called only when ``next()`` has given nil.
    func take(_ bytes: [UInt8]) {
        input = bytes
        used = 0
    }

    /// The next piece, or nil where more packed bytes are needed.
    func next() throws(Problem) -> [UInt8]? {
        while used < input.count {
            if !isOpen { try open() }
            let (piece, status) = inflateSome()
            switch status {
            case Z_STREAM_END:
                close()
                isBetween = true
            case Z_OK, Z_BUF_ERROR: isBetween = false
            default: throw .corrupt(words)
            }
            if !piece.isEmpty { return piece }
            guard status == Z_STREAM_END || used >= input.count else { throw .corrupt("no progress") }
        }
        // What was taken may hold more than one piece.
        guard isOpen, !isBetween else { return nil }
        let (piece, status) = inflateSome()
        if status == Z_STREAM_END {
            close()
            isBetween = true
        } else if status != Z_OK, status != Z_BUF_ERROR {
            throw .corrupt(words)
        }
        return piece.isEmpty ? nil : piece
    }

    /// Says that there are no more packed bytes.
    func end() throws(Problem) {
        guard isBetween else { throw .cut }
    }

    private var words: String { stream.msg.map { String(cString: $0) } ?? "no gzip stream" }

    private func open() throws(Problem) {
        stream = z_stream()
        // 15 bits of window, and 16 for the gzip header.
        let status = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw .corrupt("zlib cannot begin") }
        isOpen = true
    }

    private func close() {
        if isOpen { inflateEnd(&stream) }
        isOpen = false
    }

    private func inflateSome() -> (piece: [UInt8], status: Int32) {
        var status = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress.map { $0 + used }
                stream.avail_in = UInt32(input.count - used)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(Self.pieceBytes)
                status = inflate(&stream, Z_NO_FLUSH)
                used = input.count - Int(stream.avail_in)
                count = Self.pieceBytes - Int(stream.avail_out)
            }
        }
        return (piece, status)
    }
}
