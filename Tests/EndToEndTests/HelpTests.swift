import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct HelpTests {
    @Test(arguments: [
        (["--help"], "help.txt"),
        (["run", "--help"], "help-run.txt"),
        (["merge", "--help"], "help-merge.txt"),
        (["compare", "--help"], "help-compare.txt"),
        (["lint", "--help"], "help-lint.txt"),
        (["list", "--help"], "help-list.txt"),
        (["serve", "--help"], "help-serve.txt"),
        (["export-cases", "--help"], "help-export-cases.txt"),
        (["export-schemas", "--help"], "help-export-schemas.txt"),
        (["explain", "--help"], "help-explain.txt"),
        (["decode", "--help"], "help-decode.txt"),
        (["new", "--help"], "help-new.txt"),
    ])
    func `help is the manual of each command`(arguments: [String], golden: String) async throws {
        let ended = try await BuiltProgram.run(arguments)
        #expect(ended.status == 0)
        #expect(ended.error == "")
        try Golden(name: golden).expect(ended.output)
    }

    @Test(arguments: [
        ["run", "--target", "http://somebody:hush@127.0.0.1"],
        ["run", "--target=http://somebody:hu/sh@127.0.0.1"],
        ["run", "--target", "somebody:hush@127.0.0.1:80"],
        ["run", "--proxy", "ftp://somebody:hush@127.0.0.1"],
        ["run", "--http://somebody:hush@127.0.0.1"],
        ["http://somebody:hush@127.0.0.1"],
    ])
    func `a password in a rejected address is not repeated`(arguments: [String]) async throws {
        let ended = try await BuiltProgram.run(arguments)
        #expect(ended.status == 2)
        #expect(ended.error.contains("…@127.0.0.1"))
        for part in ["somebody", "hush", "hu/sh"] { #expect(!(ended.output + ended.error).contains(part)) }
    }

    @Test
    func `help on help, and on a command, is help`() async throws {
        #expect(try await BuiltProgram.run(["help"]).status == 0)
        #expect(try await BuiltProgram.run(["help", "help"]).status == 0)
        #expect(try await BuiltProgram.run(["help", "run"]).output.hasPrefix("OVERVIEW: Runs cases"))
    }

    @Test
    func `without arguments help is shown`() async throws {
        let ended = try await BuiltProgram.run([])
        #expect(ended.status == 0)
        #expect(ended.output.contains("SUBCOMMANDS:"))
    }

    @Test
    func `the version is a line of its own`() async throws {
        let ended = try await BuiltProgram.run(["--version"])
        #expect(ended.status == 0)
        #expect(ended.output == "0.1.0\n")
    }

    @Test(arguments: [
        (["run", "--no-such-option"], "unknown option '--no-such-option'"),
        (["frob"], "frob"),
        (["rn"], "error: unexpected argument 'rn'\n  hint: did you mean 'run'?\n"),
        (["frob"], "error: unexpected argument 'frob'\n  hint: the commands are run, merge, compare, "),
        (["help", "nonsense"], "error: there is no command 'nonsense'\n  hint: the commands are run, "),
        (["help", "lnit"], "error: there is no command 'lnit'\n  hint: did you mean 'lint'?\n"),
        (["run", "--rate", "-1"], "\n  hint: give a number of requests per second from 0.01 to 10000\n"),
        (["run", "--jobs", "abc"], "\n  hint: give a whole number\n"),
        (["run", "--variable", "a"], "\n  hint: write a name, '=' and a value\n"),
        (["run", "--variable", "A=1"], "\n  hint: a name has a-z, 0-9 and _, and begins with a letter\n"),
        (["run", "--connect-to", "a:b"], "\n  hint: write it as host:port:address:port\n"),
        (["run", "--body-limit", "5x"], "\n  hint: give a number of bytes such as 65536, 64k or 16m\n"),
        (["run", "--proxy", "foo:bar"], "\n  hint: give an address such as http://proxy:3128, or none\n"),
        (["run", "--flaw", "keyRenamd"], "\n  hint: did you mean 'keyRenamed'?\n"),
        (["run", "--flaw", "nosuch"], "\n  hint: one of keyRenamed, typeChanged, "),
        (["run", "--flaw", "help"], "\n  hint: one of keyRenamed, typeChanged, "),
        (["serve", "--flaw", "help"], "\n  hint: one of keyRenamed, typeChanged, "),
        (["run", "--report", "html=-"], "error: '-' is no file for a report\n  hint: give a path; "),
        (["run", "--timeout", "5"], "\n  hint: a time has a unit: 5s, or 5ms\n"),
        (["run", "--target", "127.0.0.1:80"], "\n  hint: write it as http://127.0.0.1:80, or https://127.0.0.1:80\n"),
        (["run", "--timeout", "soon"], "\n  hint: give a time such as 500ms, 10s or 2m\n"),
        (
            ["run", "--target", "staging"],
            "\n  hint: give mock, test, live, or an address such as http://127.0.0.1:8080\n"
        ),
        (["run", "--target", "tset"], "\n  hint: did you mean 'test'?\n"),
        (["run", "--target=http://127.0.0.1:99999"], "\n  hint: a port is a number from 1 to 65535\n"),
        (["run", "--target", "http://127.0.0.1/?a"], "\n  hint: leave out what begins with '?' or '#'\n"),
        (["compare", "a", "b", "--fail-on", "slwoer"], "\n  hint: did you mean 'slower'?\n"),
        (["compare", "a", "b", "--fail-on", "x"], "\n  hint: one of newly-failing, newly-errored, "),
        (["run", "--jobs", "many"], "'many' is invalid for '--jobs <count>'"),
        (["run", "--jobs", "0"], "'--jobs' must be from 1 to 1000, found 0"),
        (["run", "--timeout", "5"], "'5' is invalid for '--timeout <time>'"),
        (["run", "--timeout", "0s"], "'0s' is invalid for '--timeout <time>'"),
        (["run", "--target", "ftp://x"], "'ftp://x' is invalid for '--target <target>'"),
        (["run", "--variable", "noequals"], "'noequals' is invalid for '--variable <name=value>'"),
        (["run", "--cases", "/no/such/folder"], "the folder '/no/such/folder' of --cases does not exist"),
        (["run", "--target", "http://127.0.0.1:9", "--flaw", "keyRenamed"], "'--flaw' is of the mock alone"),
        (["serve", "--port", "70000"], "'--port' must be from 0 to 65535, found 70000"),
        (["serve", "--tls-key", "x.pem"], "'--tls-certificate' and '--tls-key' belong together"),
    ])
    func `a wrong option ends with status 2 and says which`(arguments: [String], words: String) async throws {
        let ended = try await BuiltProgram.run(arguments)
        #expect(ended.status == 2)
        #expect(ended.output == "")
        #expect(ended.error.contains(words))
        #expect(ended.error.hasPrefix("error: "))
    }
}
