import WireJSON

/// The time in a `Date` header.
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Reads the one form that senders may write, `Sun, 06 Nov 1994 08:49:37 GMT`; nil for anything else.
    ///
    /// > Source: RFC 9110 §5.6.7
    static func parse(_ text: String) -> Timestamp? {
        let words = text.scalarSplit(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 6, words[5] == "GMT", words[1].utf8.count == 2, words[3].utf8.count == 4,
            let month = months.firstIndex(of: String(words[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return Timestamp("\(words[3])-\(number)-\(words[1])T\(words[4])Z")
    }
}
