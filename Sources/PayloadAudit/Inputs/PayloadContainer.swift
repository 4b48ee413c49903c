package import WireJSON

/// What a JSON text holds: one payload, an array of them, an HTTP archive, or the results of a run.
package enum PayloadContainer: Sendable, Equatable {
    case body
    /// A body beside its operation, status or model.
    case form
    case array
    case archive
    case results
    /// Another report of this program, in which there is no answer.
    case report

    /// What a value looks like; an array is one of payloads.
    package init(of root: JSONView) {
        if root.kind == .array {
            self = .array
        } else if root["format"]?.isString("stytch-conformance/results") == true {
            self = .results
        } else if root["log"]?["entries"]?.kind == .array {
            self = .archive
        } else if OwnReport.matches(root) {
            self = .report
        } else {
            self = Self.isForm(root) ? .form : .body
        }
    }

    /// Hands each payload of a value to a function, in the order of the text.
    package static func payloads(in root: JSONView, _ place: PayloadPlace, _ take: (Payload) -> Void) {
        switch PayloadContainer(of: root) {
        case .array: for element in root.elements { take(payload(element, place)) }
        case .archive:
            let isOwn = OwnReport.isArchive(root)
            for entry in root["log"]?["entries"]?.elements.map({ $0 }) ?? [] { take(archived(entry, place, isOwn)) }
        case .report: take(Payload(.skipped(.report), place: place))
        case .results: exchanges(root, place, take)
        case .form, .body: take(payload(root, place))
        }
    }

    /// A body by itself, or in our form.
    private static func payload(_ view: JSONView, _ place: PayloadPlace) -> Payload {
        if OwnReport.isEntry(view) { return Payload(.skipped(.report), place: place) }
        guard isForm(view) else { return Payload(.json(view), place: place) }
        var payload = Payload(
            .empty,
            operation: view["operation"]?.string,
            model: view["model"]?.string,
            status: view["status"]?.number?.int,
            place: place
        )
        payload.named = view["model"] ?? view["operation"]
        if let mistake = mistake(in: view) {
            payload.content = mistake
        } else if let body = view["body"] {
            payload.content = .json(body)
        } else if let text = view["rawBody"] {
            payload.hold(text)
        }
        return payload
    }

    /// Whether an object is in our form, be it with a mistake; no answer of the API has members of these names together.
    private static func isForm(_ view: JSONView) -> Bool {
        guard view.kind == .object else { return false }
        guard view["body"] == nil, view["rawBody"] == nil else {
            return view["operation"] != nil || view["status"] != nil || view["model"] != nil
        }
        return view["operation"]?.kind == .string && view["status"]?.kind == .number
    }

    /// What is wrong with the members of our form; nil where nothing is.
    private static func mistake(in form: JSONView) -> Payload.Content? {
        for name in ["operation", "model"] {
            guard let member = form[name], member.kind != .string else { continue }
            return .badForm(member, expected: "a string as '\(name)'", actual: member.kind.word)
        }
        if let status = form["status"], status.number?.int == nil {
            return .badForm(status, expected: "an integer as 'status'", actual: status.kind.word)
        }
        guard form["body"] == nil else { return nil }
        guard let text = form["rawBody"] else {
            return .badForm(form, expected: "'body' or 'rawBody'", actual: "neither")
        }
        return text.kind == .string
            ? nil : .badForm(text, expected: "a string as 'rawBody'", actual: text.kind.word)
    }

    /// The answer of an entry of an HTTP archive.
    ///
    /// > Source: HTTP Archive 1.2, `entries`, `request`, `response` and `content`
    private static func archived(_ entry: JSONView, _ place: PayloadPlace, _ isOwn: Bool) -> Payload {
        let response = entry["response"]
        var payload = Payload(
            .skipped(.noText),
            method: entry["request"]?["method"]?.string,
            url: entry["request"]?["url"]?.string,
            status: response?["status"]?.number?.int,
            place: place
        )
        guard let content = response?["content"], let text = content["text"], let body = text.string else {
            return payload
        }
        guard content["encoding"]?.isString("base64") == true else {
            payload.hold(text)
            if isOwn { payload.skipUnkept(body, isCut: OwnReport.isCut(content)) }
            return payload
        }
        // Some archives break it into lines.
        let letters = body.utf8.filter { $0 > 0x20 }
        if let bytes = Base64.decode(letters, .standard, padding: .optional) { payload.hold(bytes, in: text) }
        return payload
    }

    /// The answers of the exchanges of a run.
    private static func exchanges(_ root: JSONView, _ place: PayloadPlace, _ take: (Payload) -> Void) {
        for result in root["cases"]?.elements.map({ $0 }) ?? [] {
            for exchange in result["exchanges"]?.elements.map({ $0 }) ?? [] {
                guard let response = exchange["response"] else { continue }
                var payload = Payload(
                    .empty,
                    operation: exchange["operation"]?.string,
                    method: exchange["request"]?["method"]?.string,
                    url: exchange["request"]?["url"]?.string,
                    status: response["status"]?.number?.int,
                    place: place
                )
                if let text = response["body"], let body = text.string {
                    payload.hold(text)
                    payload.skipUnkept(body, isCut: response["sha256"] != nil)
                }
                take(payload)
            }
        }
    }
}

extension Payload {
    /// Takes the text of a string as the body.
    fileprivate mutating func hold(_ holder: JSONView) {
        guard let text = holder.string else { return }
        hold(Array(text.utf8), in: holder)
    }

    fileprivate mutating func hold(_ bytes: [UInt8], in holder: JSONView) {
        place.holder = holder
        content = Self.content(of: bytes)
    }

    /// Passes over what a report of a run does not hold whole.
    fileprivate mutating func skipUnkept(_ body: String, isCut: Bool) {
        if isCut {
            content = .skipped(.cut)
        } else if OwnReport.isUnkept(body) {
            content = .skipped(.binary)
        }
    }

    /// What bytes are as a body; blanks alone are an empty one.
    package static func content(of bytes: [UInt8]) -> Content {
        guard !JSONBlank.isAll(of: bytes) else { return .empty }
        do throws(JSONParseError) {
            return .json(try JSONDocument(bytes).root)
        } catch {
            return .notJSON("\(error.shownWords), at \(error.position.line):\(error.position.column) of the body")
        }
    }
}
