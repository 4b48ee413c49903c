/// A message whatever the numbers in it: ports, times and sizes differ from case to case.
enum FoldedNumbers {
    /// `no answer within * ms` for `no answer within 250 ms`.
    static func text(_ message: String) -> String {
        var folded = String.UnicodeScalarView()
        var isInNumber = false
        for scalar in message.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            if !isDigit { folded.append(scalar) } else if !isInNumber { folded.append("*") }
            isInNumber = isDigit
        }
        return String(folded)
    }
}
