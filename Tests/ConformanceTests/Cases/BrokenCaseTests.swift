import Conformance
import Foundation
import Testing

/// Each folder and file beside `Base` and `Goldens` has one mistake; what is said of it is kept as a golden.
@Suite struct BrokenCaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../BrokenCases")
        .standardizedFileURL
    static let models: Set<String> = [
        "sessions.AuthenticateResponse", "sessions.GetResponse", "sessions.GetJWKSResponse", "passwords.CreateResponse",
        "users.GetResponse", "errors.Error",
    ]

    static let names: [String] = {
        let items = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return items.filter { $0 != "Base" && $0 != "Goldens" }.map { $0.replacing(".json", with: "") }.sorted()
    }()

    @Test func `there are at least fifty broken files`() {
        #expect(Self.names.count >= 50)
    }

    @Test func `what all broken files share has no mistake`() throws {
        let load = CorpusLoader.load(try Self.files(in: "Base"), options: LoadOptions(models: Self.models))
        #expect(load.diagnostics == [])
        #expect(load.corpus?.catalogue.operations.count == 4)
    }

    @Test(arguments: names)
    func `a mistake is told with its place and its cure`(name: String) throws {
        let load = CorpusLoader.load(try Self.corpus(of: name), options: LoadOptions(models: Self.models))
        #expect(load.corpus == nil)
        let text = load.diagnostics.map { "\($0.rendered)\n" }.joined(separator: "\n")
        let golden = Self.folder.appending(path: "Goldens/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(
                at: golden.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: golden)
            Issue.record("the golden of \(name) was recorded; run again without RECORD_GOLDENS")
            return
        }
        #expect(try text == (String(contentsOf: golden, encoding: .utf8)))
    }

    @Test func `no golden is left without its broken file`() throws {
        let goldens = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: "Goldens").path())
        #expect(goldens.map { $0.replacing(".txt", with: "") }.sorted() == Self.names)
    }

    // MARK: Files

    /// The base corpus, with the broken file as one more suite, or with the files of the broken folder put over it.
    private static func corpus(of name: String) throws -> [CorpusFile] {
        var files = try Self.files(in: "Base")
        let single = folder.appending(path: "\(name).json")
        guard !FileManager.default.fileExists(atPath: single.path()) else {
            let bytes = [UInt8](try Data(contentsOf: single))
            return files + [CorpusFile(path: "BrokenCases/\(name).json", name: "broken/\(name).json", bytes: bytes)]
        }
        for file in try Self.files(in: name) {
            files.removeAll { $0.name == file.name }
            files.append(file)
        }
        return files
    }

    private static func files(in part: String) throws -> [CorpusFile] {
        let root = folder.appending(path: part)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path()).filter {
            $0.lowercased().hasSuffix(".json")
        }
        return try names.map { name in
            let bytes = [UInt8](try Data(contentsOf: root.appending(path: name)))
            return CorpusFile(path: "BrokenCases/\(part)/\(name)", name: name, bytes: bytes)
        }
    }
}
