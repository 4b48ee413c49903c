/// The types of the Go package `users` that the answers of this library hold, and the answers of reading and deleting a user.
///
/// > Source: Go package `users`
public enum Users {}
