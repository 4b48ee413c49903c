import Foundation
import Testing

/// The table of targets in `docs/decisions`, held against the `import` lines of every source file.
struct ImportTableTests {
    /// What each target may import of ours.
    ///
    /// Libraries of others are held by `Package.swift`.
    static let allowed: [String: Set<String>] = [
        "CCurl": [],
        "CZlib": [],
        "WireJSON": [],
        "SessionModels": ["WireJSON"],
        "SessionJWT": ["SessionModels", "WireJSON"],
        "PayloadAudit": ["SessionModels", "WireJSON"],
        "Conformance": ["WireJSON"],
        "CurlTransport": ["Conformance", "CCurl"],
        "MockStytch": ["WireJSON"],
        "ConformanceReports": ["Conformance", "WireJSON"],
        "StytchConformance": [
            "CZlib", "Conformance", "ConformanceReports", "CurlTransport", "MockStytch", "PayloadAudit", "SessionJWT",
            "SessionModels", "WireJSON",
        ],
    ]

    /// What would let the engine or the reports touch the disk, the environment, a clock or standard output.
    static let banned = [
        "FileManager", "FileHandle", "ProcessInfo", "getenv", "fopen", "print(", "Date()", "Date.now", "Instant.now",
        "Clock.now", "Timestamp.now",
        "ContinuousClock", "SuspendingClock", "SystemRandomNumberGenerator", "import Foundation", "import Glibc",
        "import Dispatch",
    ]

    @Test(arguments: allowed.keys.sorted())
    func `a target imports only what the table allows`(target: String) throws {
        let ours = Set(Self.allowed.keys)
        let permitted = try #require(Self.allowed[target])
        for file in try SourceTree.files(of: target) {
            for imported in file.imports where ours.contains(imported) {
                #expect(permitted.contains(imported), "\(file.path) imports \(imported)")
            }
        }
    }

    @Test
    func `what serves the tests stands on nothing of ours, and nothing but tests stands on it`() throws {
        let servers = try SourceTree.files(of: "TestServers", below: SourceTree.tests)
        #expect(!servers.isEmpty)
        for file in servers {
            #expect(
                Self.allowed.keys.allSatisfy { !file.imports.contains($0) },
                "\(file.path) imports a target of ours"
            )
        }
        for target in try SourceTree.targets() {
            for file in try SourceTree.files(of: target) {
                #expect(!file.imports.contains("TestServers"), "\(file.path) imports the servers of the tests")
            }
        }
    }

    @Test func `every target of the tree stands in the table`() throws {
        #expect(try SourceTree.targets() == Self.allowed.keys.sorted())
    }

    @Test(arguments: ["Conformance", "ConformanceReports", "PayloadAudit"])
    func `the engine, the reports and the audit touch no disk, environment, clock or output`(target: String) throws {
        for file in try SourceTree.files(of: target) {
            for (index, line) in file.lines.enumerated() {
                let code = line.components(separatedBy: "//").first ?? line
                for word in Self.banned where SourceTree.uses(word, in: code) {
                    Issue.record("\(file.path):\(index + 1) uses \(word): \(line)")
                }
            }
        }
    }

    @Test func `a word counts only where no letter stands before it`() {
        #expect(SourceTree.uses("print(", in: "    print(answer)"))
        #expect(SourceTree.uses("print(", in: "Swift.print(answer)"))
        #expect(!SourceTree.uses("print(", in: "fingerprint(answer)"))
    }

    @Test func `an import line is read with or without its access level`() {
        #expect(SourceTree.importedModule("import WireJSON") == "WireJSON")
        #expect(SourceTree.importedModule("public import SessionModels") == "SessionModels")
        #expect(SourceTree.importedModule("@testable import Conformance") == "Conformance")
        #expect(SourceTree.importedModule("import struct WireJSON.JSONValue") == "WireJSON")
        #expect(SourceTree.importedModule("let important = 1") == nil)
    }
}

/// The sources of this package as text.
enum SourceTree {
    struct File {
        var path: String
        var lines: [String]

        var imports: [String] {
            lines.compactMap(SourceTree.importedModule)
        }
    }

    static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    static let root = tests.deletingLastPathComponent().appending(path: "Sources")

    static func targets() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    static func files(of target: String, below parent: URL = root) throws -> [File] {
        let folder = parent.appending(path: target)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            return File(path: "\(target)/\(path)", lines: text.components(separatedBy: "\n"))
        }
    }

    static func importedModule(_ line: String) -> String? {
        var words = line.split(separator: " ").map(String.init)
        let access = ["public", "package", "internal", "private"]
        while let first = words.first, first.hasPrefix("@") || access.contains(first) {
            words.removeFirst()
        }
        guard words.first == "import", words.count >= 2 else {
            return nil
        }
        let kinds = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
        let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return name.split(separator: ".").first.map(String.init)
    }

    /// Whether a line uses a word, which the end of a longer one is not.
    static func uses(_ word: String, in line: String) -> Bool {
        line.ranges(of: word).contains { range in
            range.lowerBound == line.startIndex || !line[line.index(before: range.lowerBound)].isLetter
        }
    }
}
