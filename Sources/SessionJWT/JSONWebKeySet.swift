import CryptoExtras
import WireJSON

/// The public keys of a project, ready to check signatures with.
///
/// Each key is built once, when the set is read. A set may hold keys that are of no use here: of another family than RSA,
/// for another algorithm than RS256 or another use than signing, without an id, shorter than 2048 bits or longer than
/// 8192, or with members that are broken. Those are passed over, and unknown members are not looked at.
///
/// > Source: RFC 7517 §5; RFC 7518 §3.3 and §6.3.1
public struct JSONWebKeySet: Sendable {
    /// The longest text that is read, in bytes.
    public static let maximumLength = 1 << 20

    /// The most keys that a set may hold.
    public static let maximumKeyCount = 256

    /// One usable key.
    struct Key: Sendable {
        let id: String
        let publicKey: _RSA.Signing.PublicKey
    }

    /// The usable keys in the order of the text.
    private let keys: [Key]

    /// Reads a key set as the API or a well-known address gives it.
    ///
    /// - Throws: ``KeySetError`` where the text as a whole is no key set; never for what a single key says.
    public init(parsing body: [UInt8]) throws(KeySetError) {
        guard body.count <= Self.maximumLength else { throw .tooLarge(body.count) }
        let document: JSONDocument
        do throws(JSONParseError) {
            document = try JSONDocument(body)
        } catch {
            throw .notJSON(error)
        }
        guard document.root.kind == .object else { throw .notAKeySet("an object", found: document.root) }
        guard let list = document.root["keys"], list.kind == .array else {
            throw .notAKeySet("an array under 'keys'", found: document.root["keys"])
        }
        guard list.count <= Self.maximumKeyCount else { throw .tooManyKeys(list.count) }
        var keys: [Key] = []
        for element in list.elements {
            guard element.kind == .object else { throw .notAKeySet("an object for each key", found: element) }
            if let key = Key(element) { keys.append(key) }
        }
        self.keys = keys
    }

    /// The ids of the usable keys, in the order of the text.
    public var keyIDs: [String] { keys.map(\.id) }

    /// The usable keys with this id: one, unless the set gives an id twice.
    func keys(withID id: String) -> [Key] {
        keys.filter { $0.id.utf8.elementsEqual(id.utf8) }
    }
}
