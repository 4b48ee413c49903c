public import WireJSON

/// One model that can be asked for by name, and how to decode a value with it.
public struct ModelEntry: Sendable {
    /// The Go package, a dot, and the type as the Go page names it: `sessions.AuthenticateResponse`.
    public let name: String

    /// Decodes a value and gives all that was found on the way: none if it is just as the model says.
    public let decode: @Sendable (JSONView) -> [DecodingFinding]

    /// Decodes a value and encodes what came of it again; nil where nothing came of it or it refuses to be encoded.
    public let reencode: @Sendable (JSONView) -> JSONValue?

    /// Decodes a value and gives the findings with what they hang on.
    package let watch: @Sendable (JSONView) -> WatchedDecoding

    /// All that the type asks for, found by asking it; takes as long as decoding some answers.
    package let declared: @Sendable () -> DeclaredModel

    /// Makes the entry of a model.
    init<Model: Codable & Sendable>(_ name: String, _ model: Model.Type) {
        self.name = name
        decode = { view in TracingDecoder().decode(Model.self, from: view).findings }
        reencode = { view in
            TracingDecoder().decode(Model.self, from: view).value.flatMap { try? JSONValue.encoding($0) }
        }
        watch = { view in TracingDecoder().watch(Model.self, from: view) }
        declared = { DeclaredModel(of: Model.self) }
    }
}
