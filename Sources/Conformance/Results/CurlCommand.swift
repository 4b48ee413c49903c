/// Writing a request as a command line that repeats it.
enum CurlCommand {
    /// Longer bodies are named, not written out.
    static let longestBody = 65_536

    /// The command; secrets are labels, the project's credentials are environment variables.
    ///
    /// `words` say how the target is reached, such as by which proxy.
    static func text(
        _ request: TransferRequest,
        sendsProjectCredentials: Bool,
        words reaching: [String] = [],
        _ redactor: Redactor
    ) -> String {
        var words =
            ["curl", "-sS"] + reaching.map(quoted) + [
                "-X", quoted(request.method), quoted(redactor.redact(request.url)),
            ]
        if sendsProjectCredentials {
            words += ["-u", "\"$STYTCH_PROJECT_ID:$STYTCH_SECRET\""]
        }
        for field in request.headers.fields
        where !(sendsProjectCredentials && HeaderList.sameName(field.name, "authorization")) {
            words += ["-H", quoted(redactor.redact("\(field.name): \(field.value)"))]
        }
        guard let body = request.body, !body.isEmpty else { return words.joined(separator: " ") }
        let redacted = redactor.redact(body)
        if redacted.count > longestBody {
            words += ["--data-binary", "@body-of-\(body.count)-bytes"]
        } else if let text = String(validating: redacted, as: UTF8.self), !text.utf8.contains(0) {
            words += ["--data-raw", quoted(text)]
        } else {
            let source = "printf %s \(Base64.encode(redacted)) | base64 -d | "
            return source + (words + ["--data-binary", "@-"]).joined(separator: " ")
        }
        return words.joined(separator: " ")
    }

    /// A word that a POSIX shell reads as it stands.
    static func quoted(_ text: String) -> String {
        let plain =
            !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "-_./:@%+,".utf8.contains(byte)
            }
        if plain { return text }
        var word = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" {
                word += "'\\''"
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        return word + "'"
    }
}
