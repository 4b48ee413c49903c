import Conformance
import WireJSON

/// An exchange in one line: `GET http://127.0.0.1:8080/v1/sessions → 200 (3 ms, 57 bytes)`.
enum ExchangeLine {
    static func text(_ exchange: ExchangeRecord) -> String {
        let answer = exchange.status.map(String.init) ?? "no answer"
        return VisibleText.line("\(exchange.method) \(exchange.url) → \(answer) (\(measures(exchange)))")
    }

    /// The exchange, and below it the command that repeats its request.
    static func withCommand(_ exchange: ExchangeRecord, style: ConsoleStyle) -> [String] {
        let command = exchange.curl.isEmpty ? [] : [style.paint(VisibleText.line(exchange.curl), .quiet)]
        return [text(exchange)] + command
    }

    /// `3 ms, 57 bytes`; without the bytes where no answer came, and with `sent again after 512 ms` where that was done.
    static func measures(_ exchange: ExchangeRecord) -> String {
        var words = [Quantity.duration(exchange.timings.total)]
        if exchange.status != nil { words.append(Quantity.counted(exchange.responseBytes, "byte")) }
        if let wait = exchange.sentAgainAfter { words.append("sent again after \(Quantity.duration(wait))") }
        return words.joined(separator: ", ")
    }
}

extension CaseResult {
    /// The place to look at first: the first finding's in the case's own file, else the error's there, else the case's.
    var decidingPosition: FilePosition {
        var candidates = findings.compactMap(\.position)
        if case .errored(let cause) = outcome, let position = cause.position {
            candidates.insert(position, at: 0)
        }
        return candidates.first { $0.file.utf8.elementsEqual(position.file.utf8) } ?? position
    }
}

extension ErrorCause {
    /// The code and what happened, on one line: `curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:8080`.
    var summary: String {
        guard let code, !message.contains(code) else { return VisibleText.line(message) }
        return VisibleText.line("\(code): \(message)")
    }
}
