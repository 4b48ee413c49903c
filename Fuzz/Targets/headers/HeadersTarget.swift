import Conformance

@testable import CurlTransport

/// What libcurl hands on of an answer, as it does: whole header lines, then pieces of a body, then trailers.
///
/// The first bytes choose the limits and the size of the pieces; the rest is the answer as a server sent it. It comes a second time, with
/// one byte changed as the last two say, to one who remembers the first.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHeaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(Array(UnsafeBufferPointer(start: start, count: count)))
    let limits = HeaderLimits(bytes: 16 << input.number(below: 8), lines: 1 << input.number(below: 8))
    let bodyLimit = input.number(below: 256)
    let pieces = [input.number(below: 9), input.number(below: 40)]
    let announced = input.bool() ? input.number(below: 256) : nil
    let stream = input.remainder()
    var delivery = Delivery(limits: limits, bodyLimit: bodyLimit, announced: announced)
    delivery.deliver(stream, pieces: pieces)
    delivery.check()
    let head = delivery.collector.head
    check(headersOf: head.bytes)
    check(headersOf: stream)
    checkAddress(stream)
    var changed = stream
    if let byte = stream.last, stream.count > 1 { changed[Int(stream[stream.count - 2]) % stream.count] = byte }
    var second = Delivery(limits: limits, bodyLimit: bodyLimit, announced: announced, after: head)
    second.deliver(changed, pieces: pieces)
    second.check()
    return 0
}

/// The header list of some lines, against the lines themselves.
private func check(headersOf bytes: [UInt8]) {
    let headers = HeaderList(answerLines: bytes)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    claim(headers.fields.count < max(lines.count, 1), "a field needs a line: \(headers.fields.count) of \(lines.count)")
    for field in headers.fields {
        for text in [field.name, field.value] {
            claim(!text.utf8.contains(0x0A), "no line feed is left in '\(text)'")
        }
        claim(!field.name.utf8.contains(0x3A), "a name has no colon: '\(field.name)'")
        for end in [field.value.utf8.first, field.value.utf8.last] {
            claim(end != 0x20 && end != 0x09, "a value has no white space around it: '\(field.value)'")
        }
        let values = headers.values(of: field.name)
        let isFound = values.contains { $0.utf8.elementsEqual(field.value.utf8) }
        claim(isFound, "a field is found by its name: '\(field.name)'")
        let joined = values.joined(separator: ", ")
        claim(headers[field.name]?.utf8.elementsEqual(joined.utf8) == true, "values of '\(field.name)' are joined")
    }
    var changed = headers
    for field in headers.fields.prefix(3) {
        changed.set(field.name, to: nil)
        claim(changed[field.name] == nil, "a field that was removed is gone: '\(field.name)'")
    }
}

/// An address that a server or a person wrote: what is read of it must be fit to be shown.
private func checkAddress(_ bytes: [UInt8]) {
    let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    for endpoint in [Endpoint(url: line), Endpoint(url: "http://" + line), Endpoint(proxy: line)] {
        guard let endpoint else { continue }
        claim(!endpoint.host.isEmpty, "an address has a host: \(endpoint)")
        claim((0...65_535).contains(endpoint.port), "an address has a port: \(endpoint)")
        claim(!endpoint.shown.utf8.contains { $0 <= 0x20 || $0 == 0x7F }, "an address is one word: \(endpoint)")
        _ = endpoint.isLoopback
    }
}
