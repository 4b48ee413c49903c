import CCurl

/// Memory for one transfer's header list: kept from one request to the next, so that a request costs no allocation for its headers.
///
/// The nodes are libcurl's public list type. libcurl reads a list it was given and never frees it.
struct HeaderLineMemory: ~Copyable {
    private var lines = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 512)
    private var nodes = UnsafeMutableBufferPointer<curl_slist>.allocate(capacity: 16)

    deinit {
        lines.deallocate()
        nodes.deallocate()
    }

    /// Copies the lines here and links them; the list holds until the next call or the end of this value.
    mutating func list(of headers: RequestHeaders) -> UnsafeMutablePointer<curl_slist>? {
        if lines.count < headers.bytes.count {
            lines.deallocate()
            lines = .allocate(capacity: headers.bytes.count)
        }
        if nodes.count < headers.count {
            nodes.deallocate()
            nodes = .allocate(capacity: headers.count)
        }
        guard headers.count > 0, let firstLine = lines.baseAddress, let firstNode = nodes.baseAddress else {
            return nil
        }
        _ = lines.update(fromContentsOf: headers.bytes)
        var start = 0
        for index in 0..<headers.count {
            let line = UnsafeMutableRawPointer(firstLine + start).assumingMemoryBound(to: CChar.self)
            let next = index + 1 < headers.count ? firstNode + index + 1 : nil
            (firstNode + index).initialize(to: curl_slist(data: line, next: next))
            while lines[start] != 0 { start += 1 }
            start += 1
        }
        return firstNode
    }
}
