import Synchronization
import WireJSON

/// How much one load may still do: what is put in for rows, variables and fragments grows without end otherwise.
///
/// It is counted in bytes of the corpus that are read once more, so that a load takes time in proportion to the size of
/// its files whatever they say. A class, as every copy of a library must share it.
final class LoadWork: Sendable {
    /// What any corpus may put in, however small it is, where a load is not told otherwise.
    static let base = 1_048_576
    /// What each byte of the corpus adds to that.
    static let perByte = 32
    /// What a variable, a step, a row or a mistake costs besides its bytes.
    static let item = 64
    /// The most pairs of letters that are compared to find names that may have been meant, over the whole load.
    static let mostComparisons = 50_000_000

    private struct State {
        var left: Int
        var comparisons = LoadWork.mostComparisons
    }

    private let state: Mutex<State>

    /// Makes a full one; `base` is what may be put in before any file grants more.
    init(base: Int = LoadWork.base) {
        state = Mutex(State(left: base))
    }

    /// One that may still do as much.
    func copy() -> LoadWork {
        let copy = LoadWork()
        let left = state.withLock { $0 }
        copy.state.withLock { $0 = left }
        return copy
    }

    /// What became of a request for work.
    enum Answer {
        case granted
        /// It was refused, and all before were granted.
        case ranOut
        case refused
    }

    /// Whether anything was refused.
    var isSpent: Bool {
        state.withLock { $0.left < 0 }
    }

    /// Lets more be done for so many bytes of the corpus.
    func grant(forBytes count: Int) {
        state.withLock { $0.left += Self.perByte * count }
    }

    /// Asks to put in something of so many bytes.
    func spend(_ bytes: Int) -> Answer {
        state.withLock { state in
            guard state.left >= 0 else { return .refused }
            state.left -= bytes + Self.item
            return state.left >= 0 ? .granted : .ranOut
        }
    }

    /// The name that was probably meant, as ``ClosestName`` finds it; nil also once too much was compared.
    func closestName(to name: String, among candidates: @autoclosure () -> [String]) -> String? {
        guard state.withLock({ $0.comparisons > 0 }) else { return nil }
        let candidates = candidates()
        let letters = candidates.reduce(0) { $0 + $1.utf8.count + 1 }
        let comparisons = min(name.utf8.count, ClosestName.longest) * letters
        state.withLock { $0.comparisons -= comparisons }
        return ClosestName.of(name, among: candidates)
    }

    /// The word of a closed set that was probably meant: the nearest, one that begins so, or one that is called so elsewhere.
    func closestWord(to text: String, among choices: [String]) -> String? {
        guard !choices.isEmpty else { return nil }
        let foreign = ForeignWord.words(for: choices)
        if let same = foreign.first(where: { ClosestName.isSame($0.text, text) }) { return same.meaning }
        if let near = nearOrBegun(text, choices) { return near }
        guard let near = nearOrBegun(text, foreign.map(\.text)) else { return nil }
        return foreign.first { $0.text.hasSameScalars(as: near) }?.meaning
    }

    private func nearOrBegun(_ text: String, _ words: [String]) -> String? {
        closestName(to: text, among: words) ?? ClosestName.completion(of: text, among: words)
    }
}
