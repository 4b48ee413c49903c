import Glibc

extension LoopbackServer {
    /// Reads frames; each that ends a request is noted and answered on its stream, but not the one after `times`.
    ///
    /// False where the client has gone before.
    func answerOverHTTP2(_ socket: Int32, times: Int) -> Bool {
        let prefaceLength = 24
        let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]
        guard read(prefaceLength, socket) != nil, sendAll(settings, socket) else { return false }
        var answered = 0
        while let head = read(9, socket) {
            let length = head[..<3].reduce(0) { $0 << 8 | Int($1) }
            guard read(length, socket) != nil else { return false }
            let isDataOrHeaders = head[3] <= 1
            let endsStream = head[4] & 1 == 1
            guard isDataOrHeaders && endsStream else { continue }
            note("stream \(head[8])")
            if answered == times { return true }
            // HEADERS that end the stream, with `:status: 200` as HPACK's entry 8.
            guard sendAll([0, 0, 1, 1, 5] + head[5...] + [0x88], socket) else { return false }
            answered += 1
        }
        return false
    }

    private func read(_ count: Int, _ socket: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let received = count == 0 ? 0 : recv(socket, &bytes, count, Int32(MSG_WAITALL))
        return received == count ? bytes : nil
    }
}
