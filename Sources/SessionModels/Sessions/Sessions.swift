/// The types of the Go package `sessions`: requests, answers, the session and its authentication factors.
///
/// Every type decodes from and encodes to what is on the wire. A key that may be missing is an optional: null and absent
/// both decode to `nil`, and `nil` encodes to an absent key. Ids are opaque texts. Models are equal as Swift's texts are, for
/// which two spellings of one letter are the same; compare `JSONValue`s where text must be exact.
///
/// > Source: Go package `sessions` v15.4.0
public enum Sessions {}
