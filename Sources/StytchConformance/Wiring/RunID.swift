/// The name of a run, which stands in what its cases create.
enum RunID {
    /// Eight letters and digits.
    static func make() -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        return String((0..<8).map { _ in alphabet.randomElement() ?? "a" })
    }
}
