import Foundation
import Testing
import WireJSON

@testable import Conformance

/// Words and commands as a real shell reads them: what nobody should be able to break out of.
@Suite struct ShellTextTests {
    /// Marks that combine with what stands before them, of which each makes another `Character` of a quote.
    private static let marks = ["\u{301}", "\u{308}", "\u{338}", "\u{20DD}", "\u{200D}", "\u{FE0F}", "\u{1F3FB}"]

    private static let hostile =
        marks.flatMap { mark in
            [
                "'\(mark);touch pwned;'\(mark)", "a'\(mark)$(touch pwned)'\(mark)b", "'\(mark)`touch pwned`",
                "\\'\(mark);touch pwned;#",
            ]
        } + [
            "';touch pwned;'", "''\u{301}'';touch pwned;", "\u{301}'", "$(touch pwned)", "\"$(touch pwned)\"",
            "!touch pwned",
            "\u{1B}'\u{301};touch pwned;'", "\u{200B}!'\u{301}$(touch pwned)\"", "=touch", "-n", "%n%s\\",
            "\u{202E}'\u{301}`touch pwned`",
            "caf\u{E9} cafe\u{301}", "a\r\n::error::b\r", "\t", "~", "#", "*", "{a,b}", "a\\\u{301}",
        ]

    /// What a shell gives a command as its arguments, each ended by NUL; the command must leave nothing behind in its folder.
    private func arguments(of command: String, _ variables: [String: String] = [:]) throws -> [[UInt8]] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shell-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "curl() { for word in \"$@\"; do printf '%s\\0' \"$word\"; done; }\n\(command)"]
        process.environment = variables.merging(["PATH": "/usr/bin:/bin"]) { $1 }
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(command)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [], "\(command)")
        return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map(Array.init)
    }

    @Test(arguments: hostile)
    func `a shell reads each word as the text it was made of, and runs nothing in it`(text: String) throws {
        #expect(try arguments(of: "curl \(ShellText.word(text)) end") == [Array(text.utf8), Array("end".utf8)])
    }

    @Test(arguments: hostile)
    func `a printed command hands over address, header and body, and runs nothing`(text: String) throws {
        let request = TransferRequest(
            method: "PUT",
            url: "http://h/\(text)",
            headers: HeaderList([.init(name: "X-Echo", value: "a \(text)")]),
            body: Array("<\(text)>".utf8)
        )
        var secrets = SecretList(names: [])
        secrets.add("'\u{301};touch pwned;'secret", named: "thing")
        let command = CurlCommand.text(request, sendsProjectCredentials: false, Redactor(secrets))
        let words = try arguments(of: command)
        #expect(words.contains(Array("http://h/\(text)".utf8)))
        #expect(words.contains(Array("X-Echo: a \(text)".utf8)))
        // A body that no word can hold comes through a pipe.
        let isPiped = command.utf8.starts(with: "printf ".utf8)
        #expect(isPiped ? words.last == Array("@-".utf8) : words.contains(Array("<\(text)>".utf8)))
    }

    @Test func `a word of text and variables is one word, whatever combines with its quotes`() throws {
        let word = ShellText.word([.plain(Array("a'".utf8)), .secret("ONE"), .plain(Array("\u{301}'b".utf8))])
        let value = "x'\u{301}$(touch pwned)\" y"
        let expected = Array("a'\(value)\u{301}'b".utf8)
        #expect(try arguments(of: "curl \(word)", ["ONE": value]) == [expected])
    }

    @Test func `bytes that are no text are handed over as they are`() throws {
        let bytes: [UInt8] = [0xFF, 0x27, 0xCC, 0x81, 0x21, 0x80, 0x27]
        #expect(try arguments(of: "curl \(ShellText.word([.plain(bytes)]))") == [bytes])
    }

    @Test(arguments: [
        ("'\u{301}", "''\\''\u{301}'"), ("a'\u{301}b'\u{338}", "'a'\\''\u{301}b'\\''\u{338}'"), ("=ls", "'=ls'"),
        ("\u{1B}!", "\"$(printf '\\033\\041')\""),
    ])
    func `a quote is escaped whatever combines with it`(text: String, word: String) {
        #expect(ShellText.word(text).utf8.elementsEqual(word.utf8))
    }
}
