import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// An answer on its way to the wire, with what is wrong with it there.
struct FaultyResponse: Sendable {
    let reply: Reply
    /// Needed to reset the connection.
    var channel: (any Channel)?

    /// Ends a response early; Hummingbird then closes the connection, which is what is wanted.
    private struct ConnectionCut: Error {}

    /// The answer with its body.
    var response: Response {
        if [204, 205, 304].contains(reply.status) { return plain([]) }
        let body = reply.body
        switch reply.fault {
        case nil, .status, .delay: return plain(body)
        case .garbage(let text): return plain(Array(text.utf8))
        case .contentType: return plain(body)
        case .drip(let milliseconds):
            return streamed(length: body.count) { writer in try await Self.drip(body, milliseconds, &writer) }
        case .oversize(let size):
            return streamed(length: max(size, body.count)) { writer in
                try await Self.fill(body, upTo: size, &writer)
            }
        case .truncate(let count):
            let sent = body.prefix(count)
            return cut(Array(sent), length: max(body.count, sent.count + 1))
        case .contentLength(let length): return cut(body, length: length)
        case .reset(let count): return reset(Array(body.prefix(count)), length: body.count)
        }
    }

    /// The answer to HEAD: the headers that GET would get.
    var headResponse: Response {
        Response(status: status, headers: headers(length: reply.body.count), body: ResponseBody())
    }

    private var status: HTTPResponse.Status { HTTPResponse.Status(code: reply.status) }

    private func headers(length: Int?) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in reply.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        if case .contentType(let text) = reply.fault { fields[.contentType] = text }
        if let length { fields[.contentLength] = String(length) }
        return fields
    }

    private func plain(_ body: [UInt8]) -> Response {
        Response(
            status: status,
            headers: headers(length: nil),
            body: body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        )
    }

    private func streamed(
        length: Int,
        _ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
    ) -> Response {
        Response(
            status: status,
            headers: headers(length: length),
            body: ResponseBody { writer in
                try await write(&writer)
                try await writer.finish(nil)
            }
        )
    }

    /// A response whose length is a lie; the connection is of no use after it.
    private func cut(_ body: [UInt8], length: Int) -> Response {
        Response(
            status: status,
            headers: headers(length: length),
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(bytes: body))
                throw ConnectionCut()
            }
        )
    }

    private func reset(_ body: [UInt8], length: Int) -> Response {
        let channel = channel
        return Response(
            status: status,
            headers: headers(length: length),
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(bytes: body))
                try await channel?.resetConnection()
                throw ConnectionCut()
            }
        )
    }

    private static func drip(
        _ body: [UInt8],
        _ milliseconds: Int,
        _ writer: inout any ResponseBodyWriter
    ) async throws {
        for byte in body {
            // The fault that a case asked for is a slow body.
            try await Task.sleep(for: .milliseconds(milliseconds))
            try await writer.write(ByteBuffer(bytes: [byte]))
        }
    }

    /// Writes a body and then spaces, a piece at a time: JSON may end in spaces, so only the size is wrong.
    private static func fill(_ body: [UInt8], upTo size: Int, _ writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(bytes: body))
        let piece = ByteBuffer(repeating: UInt8(ascii: " "), count: 65_536)
        var left = size - body.count
        while left > 0 {
            let count = min(left, piece.readableBytes)
            try await writer.write(piece.getSlice(at: 0, length: count) ?? piece)
            left -= count
        }
    }
}
