import Synchronization
import WireJSON

/// Expectations without placeholders that were read and found good: who says the same again shares them.
///
/// A class, as every copy of a library must share it.
final class KnownExpectations: Sendable {
    /// What an expectation is read from: its text, and what it means where it says nothing.
    struct Text {
        fileprivate let view: JSONView
        fileprivate let defaults: ExpectationDefaults
        fileprivate let hash: Int

        init(_ view: JSONView, _ defaults: ExpectationDefaults) {
            self.view = view
            self.defaults = defaults
            var hasher = Hasher()
            defaults.hash(into: &hasher)
            Self.withBytes(of: view) { hasher.combine(bytes: $0) }
            hash = hasher.finalize()
        }

        fileprivate func isSame(as other: Text) -> Bool {
            view.range.count == other.view.range.count && defaults == other.defaults
                && Self.withBytes(of: view) { one in Self.withBytes(of: other.view) { Self.isSame(one, $0) } }
        }

        /// Eight bytes at a time: this is asked for every case of a corpus.
        private static func isSame(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
            guard one.count == other.count else { return false }
            var place = 0
            while place + 8 <= one.count {
                let left = one.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                guard left == other.loadUnaligned(fromByteOffset: place, as: UInt64.self) else { return false }
                place += 8
            }
            return one[place...].elementsEqual(other[place...])
        }

        private static func withBytes<Result>(of view: JSONView, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
            view.document.bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[view.range])) }
        }
    }

    private struct Known {
        var text: Text
        var location: SourceLocation
        var expectations: [Expectation]
    }

    /// The most texts that are remembered.
    private static let mostKept = 4_096

    private let known = Mutex<[Int: Known]>([:])

    /// What was read of the same text before, for a place where it stands again; nil where it was not.
    func expectations(of text: Text, at location: SourceLocation) -> StepExpectations? {
        guard let known = known.withLock({ $0[text.hash] }), known.text.isSame(as: text) else { return nil }
        let move = SourceMove(from: known.location, to: location, length: UInt32(text.view.range.count))
        return StepExpectations(known.expectations, move: known.location == location ? nil : move)
    }

    /// Notes what a text without a mistake says, whatever stands around it.
    func add(_ expectations: [Expectation], of text: Text, at location: SourceLocation) {
        guard !PlaceholderText.mayStand(in: text.view) else { return }
        known.withLock { known in
            guard known.count < Self.mostKept, known[text.hash] == nil else { return }
            known[text.hash] = Known(text: text, location: location, expectations: expectations)
        }
    }
}
