/// Answers of the Go package `passwords`, and in ``Session`` its package for changing a password by a session.
///
/// > Source: Go package `passwords`
public enum Passwords {
    /// The types of the Go package `passwords/session`.
    ///
    /// > Source: Go package `passwords/session` v15.9.0
    public enum Session {}
}
