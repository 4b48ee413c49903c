/// The frame of a page that is one file: it loads nothing, and runs no script but its own.
package struct HTMLPage: Sendable {
    /// How the page ended up, for the small mark beside its title in a browser.
    package enum Mood: Sendable, Hashable {
        case good, bad, plain
    }

    /// What the browser shows as the name of the page.
    package var title: String
    package var mood: Mood
    /// Made by which program, such as `stytch-conformance 0.1.0`.
    package var generator: String

    package init(title: String, mood: Mood = .plain, generator: String) {
        self.title = title
        self.mood = mood
        self.generator = generator
    }

    /// Writes everything up to the page's own content, which is to begin with `header` and go on with `main`.
    package func begin(_ html: inout HTMLBuffer) {
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        html.text(Self.contentSecurityPolicy)
        html.markup("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
        html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"")
        html.text(generator)
        html.markup("\">\n<title>")
        html.text(title)
        html.markup("</title>\n")
        icon(&html)
        html.markup("<style>\n")
        html.markup(HTMLStyle.base)
        html.markup(HTMLStyle.parts)
        html.markup(HTMLStyle.report)
        html.markup(HTMLStyle.times)
        html.markup("</style>\n</head>\n<body>\n")
    }

    /// Writes the script and the end; without the script the page says as much, but filters nothing.
    package func end(_ html: inout HTMLBuffer) {
        html.markup("<script>")
        html.markup(HTMLScript.text)
        html.markup("</script>\n</body>\n</html>\n")
    }

    /// What the page may do: show itself, and run the script with that digest.
    ///
    /// > Source: W3C Content Security Policy Level 3 §3.3, §6.7.2
    static var contentSecurityPolicy: String {
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(HTMLScript.sha256)'; img-src data:; "
            + "base-uri 'none'; form-action 'none'"
    }

    private func icon(_ html: inout HTMLBuffer) {
        html.markup("<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' ")
        html.markup("viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%23")
        switch mood {
        case .good: html.markup("1a7f4b'/%3E%3Cpath d='M4 8.5 7 11.5 12 5'")
        case .bad: html.markup("b3261e'/%3E%3Cpath d='M5 5 11 11M11 5 5 11'")
        case .plain: html.markup("4a5a6a'/%3E%3Cpath d='M4 8H12'")
        }
        html.markup(" fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E\">\n")
    }
}
