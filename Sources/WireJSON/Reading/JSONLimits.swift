/// What a text may ask of its reader.
public struct JSONLimits: Sendable {
    /// The deepest nesting that any limit allows: trees this deep can still be compared, printed and freed on a
    /// thread's stack.
    public static let deepest = 4096

    /// How many arrays and objects may be open at once, from 0 to ``deepest``; a scalar has depth 0.
    public var maximumDepth: Int {
        didSet { maximumDepth = Self.clamped(maximumDepth) }
    }

    /// Makes limits; a depth outside of 0 to ``deepest`` becomes the nearest of them.
    public init(maximumDepth: Int = 512) {
        self.maximumDepth = Self.clamped(maximumDepth)
    }

    private static func clamped(_ depth: Int) -> Int {
        min(max(depth, 0), deepest)
    }
}
