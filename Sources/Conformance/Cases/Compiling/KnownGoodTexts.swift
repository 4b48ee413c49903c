import Synchronization
import WireJSON

/// Values without placeholders that were checked and found good: the same text again needs no second check.
///
/// Corpora that a program writes say the same expectation thousands of times. A class, as every copy of a library must
/// share it.
final class KnownGoodTexts: Sendable {
    /// The most texts that are remembered.
    private static let mostKept = 4_096

    private let texts = Mutex<[Int: JSONView]>([:])

    /// Whether this text was noted before, byte by byte.
    func contains(_ view: JSONView) -> Bool {
        let bytes = view.document.bytes
        let range = view.range
        guard let known = texts.withLock({ $0[Self.hash(bytes, range)] }), known.range.count == range.count else {
            return false
        }
        return known.document.bytes.withUnsafeBufferPointer { left in
            bytes.withUnsafeBufferPointer { right in
                left[known.range].elementsEqual(right[range])
            }
        }
    }

    /// Notes a text that has no mistake, whatever stands around it.
    func insert(_ view: JSONView) {
        guard !PlaceholderText.mayStand(in: view) else { return }
        let hash = Self.hash(view.document.bytes, view.range)
        texts.withLock { texts in
            if texts.count < Self.mostKept { texts[hash] = view }
        }
    }

    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
        return hasher.finalize()
    }
}
