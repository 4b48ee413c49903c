/// Which passwords are refused; the real service measures otherwise, so the borders here are assumed.
enum PasswordStrength {
    /// In Unicode scalars.
    static let minimumLength = 8

    /// Passwords that count as known to everybody, in small letters.
    static let breached = [
        "12345678", "123456789", "1234567890", "baseball", "football", "iloveyou", "letmein123", "passw0rd",
        "password", "password1", "password123", "princess", "qwerty123", "qwertyuiop", "sunshine", "trustno1",
        "welcome123",
    ]

    /// - Throws: 400 `weak_password` for fewer than 8 scalars or fewer than 4 different ones, 400 `breached_password`
    ///   for one of ``breached``, whatever the case of its letters.
    static func check(_ password: String) throws(APIProblem) {
        let scalars = password.unicodeScalars
        guard scalars.count >= minimumLength, Set(scalars).count >= 4 else { throw .weakPassword }
        let lowercased = password.asciiLowercased
        guard !breached.contains(where: { $0.isExactly(lowercased) }) else { throw .breachedPassword }
    }
}
