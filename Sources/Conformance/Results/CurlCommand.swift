import WireJSON

/// Writing a request as a command line that repeats it.
///
/// What libcurl's command would add of its own (`Accept`, `Content-Type`, `User-Agent`, `Expect`) is taken back, as the request was sent
/// without. Secrets are shell variables, named after their labels: `[session_token 2]` is `$SESSION_TOKEN_2`.
enum CurlCommand {
    /// Longer bodies are named, not written out: a word of a command has an end (128 KiB on Linux).
    static let longestBody = 65_536

    /// The command, on one line.
    ///
    /// `words` say how the target is reached, such as by which proxy.
    static func text(
        _ request: TransferRequest,
        sendsProjectCredentials: Bool,
        words reaching: [String] = [],
        _ redactor: Redactor
    ) -> String {
        var words = ["curl", "-sS"] + reaching.map { ShellText.word($0) } + methodWords(request)
        words += addressWords(request.url)
        words.append(ShellText.word(redactor.pieces(request.url)))
        if sendsProjectCredentials {
            words += ["-u", "\"$STYTCH_PROJECT_ID:$STYTCH_SECRET\""]
        }
        for field in request.headers.fields
        where !(sendsProjectCredentials && HeaderList.sameName(field.name, "authorization")) {
            words += ["-H", header(field, redactor)]
        }
        words += withdrawnHeaders(request).flatMap { ["-H", $0] }
        guard let body = body(of: request) else { return words.joined(separator: " ") }
        let pieces = redactor.pieces(body)
        guard body.count <= longestBody else {
            return (words + ["--data-binary", "@body-of-\(body.count)-bytes"]).joined(separator: " ")
        }
        guard !ShellText.isVisible(pieces) else {
            return (words + ["--data-raw", ShellText.word(pieces)]).joined(separator: " ")
        }
        return "\(ShellText.printf(pieces)) | \((words + ["--data-binary", "@-"]).joined(separator: " "))"
    }

    /// The body, which is empty where there is none but its length is sent nevertheless.
    ///
    /// > Source: RFC 9110 §8.6
    private static func body(of request: TransferRequest) -> [UInt8]? {
        request.body ?? (["POST", "PUT", "PATCH"].contains(request.method) ? [] : nil)
    }

    /// With `-X HEAD` curl would wait for a body that never comes.
    private static func methodWords(_ request: TransferRequest) -> [String] {
        request.method == "HEAD" && request.body == nil ? ["--head"] : ["-X", ShellText.word(request.method)]
    }

    /// What keeps curl from reading more into an address than stands there: ranges in brackets, steps in the path.
    private static func addressWords(_ url: String) -> [String] {
        var words: [String] = []
        if url.utf8.contains(where: { "[]{}".utf8.contains($0) }) { words.append("--globoff") }
        if url.exactRange(of: "/.") != nil { words.append("--path-as-is") }
        return words
    }

    private static func header(_ field: HeaderList.Field, _ redactor: Redactor) -> String {
        // curl reads `Name:` as "do not send this"; with a semicolon it sends the name with an empty value.
        let isEmpty = field.value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        return ShellText.word(redactor.pieces(isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"))
    }

    private static func withdrawnHeaders(_ request: TransferRequest) -> [String] {
        var names = ["Accept", "User-Agent"]
        if body(of: request) != nil { names += ["Content-Type", "Expect"] }
        return names.filter { request.headers[$0] == nil }.map { "\($0):" }
    }
}
