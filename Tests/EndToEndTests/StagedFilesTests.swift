import Foundation
import Testing

@testable import StytchConformance

/// Files that are put in their places together, on a real disk.
struct StagedFilesTests {
    @Test func `files are in their places up to a rename that fails, and nothing is left beside those behind it`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try folder.write("c", "old")
            let root = folder.path
            await #expect(throws: LocalFiles.Problem.self) {
                try await StagedFiles.write([
                    ("\(root)/a", { output in try output(Array("new".utf8)) }),
                    (
                        "\(root)/b",
                        { output in
                            // Taken meanwhile by a folder, onto which no file can be renamed.
                            try FileManager.default.createDirectory(
                                atPath: "\(root)/b",
                                withIntermediateDirectories: false
                            )
                            try output(Array("new".utf8))
                        }
                    ),
                    ("\(root)/c", { output in try output(Array("new".utf8)) }),
                ])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: root).sorted() == ["a", "b", "c"])
            #expect(try folder.text("a") == "new")
            #expect(try folder.text("c") == "old")
        }
    }
}
