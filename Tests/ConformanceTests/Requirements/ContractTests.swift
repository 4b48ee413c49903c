import Foundation
import Testing
import WireJSON

@testable import Conformance

/// The corpus of this checkout against the contract it is to hold.
@Suite struct ContractTests {
    private static func corpus() throws -> Corpus {
        let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../cases")
            .standardizedFileURL
        let root = cases.path()
        let names = try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix("schema/") }
        let files = try names.map { name in
            CorpusFile(
                path: "cases/\(name)",
                name: name,
                bytes: [UInt8](try Data(contentsOf: cases.appending(path: name)))
            )
        }
        let load = CorpusLoader.load(files)
        #expect(load.diagnostics.map(\.rendered) == [])
        return try #require(load.corpus)
    }

    @Test func `all 169 statements are there, each with its source and its ground`() throws {
        let requirements = try Self.corpus().requirements
        #expect(requirements.count == 169)
        #expect(Set(requirements.map(\.id)).count == 169)
        let counts = ["factor-type-", "factor-delivery-", "factor-sub-"].map { prefix in
            requirements.count { $0.id.hasPrefix(prefix) }
        }
        #expect(counts == [11, 39, 36])
        for requirement in requirements {
            #expect(!requirement.text.isEmpty && !requirement.source.isEmpty, "\(requirement.id)")
            let grounds = requirement.ground.split(separator: ", ").compactMap { $0.split(separator: " ").first }
            #expect(!grounds.isEmpty, "\(requirement.id)")
            #expect(grounds.allSatisfy { ["documented", "observed", "assumed"].contains($0) }, "\(requirement.id)")
        }
    }

    @Test func `what a stored answer or a local check may show is of models, factors and tokens alone`() throws {
        let requirements = try Self.corpus().requirements
        let offline = requirements.filter(\.isOffline).map(\.id)
        #expect(offline.count == 98)
        let others = ["factor-open-enum", "factor-spelling", "jwt-local", "jwt-too-old", "jwt-old-format"]
        let prefixes = ["model-", "factor-type-", "factor-delivery-", "factor-sub-"]
        #expect(offline.filter { id in !others.contains(id) && !prefixes.contains { id.hasPrefix($0) } } == [])
    }

    @Test func `every statement has a case of its own, beside the rules for every answer`() throws {
        let corpus = try Self.corpus()
        #expect(RequirementMatrix(corpus).rows.filter(\.cases.isEmpty).map(\.requirement.id) == [])
        #expect(CorpusReview.diagnostics(of: corpus).map(\.rendered) == [])
    }

    @Test func `every case on an assumed ground lists what it allows, and why`() throws {
        let corpus = try Self.corpus()
        let grounds = Dictionary(uniqueKeysWithValues: corpus.requirements.map { ($0.id, $0.ground) })
        var assumed = 0
        for entry in corpus.entries {
            let own = entry.requirements.compactMap { grounds[$0] }.filter { $0.contains("assumed") }
            guard !own.isEmpty else { continue }
            assumed += 1
            let expectations = Self.expectations(of: corpus.compile(entry))
            // Where only the type or the status of a refusal is assumed, what is accepted stands on firm ground.
            let isFirm = own.allSatisfy { $0 != "assumed" } && expectations.joined().allSatisfy(\.isSuccess)
            #expect(isFirm || expectations.contains(where: Self.listsWhatIsAllowed), "\(entry.id)")
        }
        #expect(assumed >= 40)
    }

    private static func expectations(of compiled: CompiledCase) -> [[Conformance.Expectation]] {
        compiled.steps.compactMap { step in
            switch step.action {
            case .request(let request): request.expectations.alternatives
            case .payload(let payload): payload.expectations.alternatives
            case .mock, .check, .beginUse: nil
            }
        }
    }

    /// Several outcomes, or one of several statuses or types; each with its reason.
    private static func listsWhatIsAllowed(_ outcomes: [Conformance.Expectation]) -> Bool {
        let choices = outcomes.map { outcome in
            max(outcome.statuses.ranges.count, outcome.errorTypes?.count ?? 1)
        }
        return choices.reduce(0, +) > 1 && outcomes.allSatisfy { $0.because?.isEmpty == false }
    }
}

extension Conformance.Expectation {
    fileprivate var isSuccess: Bool {
        statuses.ranges.allSatisfy { $0.upperBound < 300 } && errorTypes == nil
    }
}
