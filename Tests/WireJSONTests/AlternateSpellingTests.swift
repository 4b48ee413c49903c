import Testing
import WireJSON

struct AlternateSpellingTests {
    struct Model: Decodable, Equatable {
        var expires: Int?
        var name: String

        private enum Keys: String, CodingKey {
            case expires = "expires_at"
            case expiresCamel = "expiresAt"
            case expiresShort = "exp"
            case name
            case nameUpper = "Name"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            expires = try container.decodeIfPresent(Int.self, forKey: .expires, orSpelled: .expiresCamel, .expiresShort)
            name = try container.decode(String.self, forKey: .name, orSpelled: .nameUpper)
        }
    }

    @Test(
        arguments: [
            (#"{"expires_at":1,"name":"a"}"#, 1, "a", []),
            (
                #"{"expiresAt":2,"name":"a"}"#, 2, "a",
                [#"alternate-spelling /expiresAt @13: "expires_at"; "expiresAt""#]
            ),
            (
                #"{"exp":3,"Name":"b"}"#, 3, "b",
                [#"alternate-spelling /exp @7: "expires_at"; "exp""#, #"alternate-spelling /Name @16: "name"; "Name""#]
            ),
            (
                #"{"expires_at":1,"expiresAt":2,"name":"a"}"#, 1, "a",
                [#"alternate-spelling /expiresAt @28: "expires_at"; "expiresAt""#]
            ),
            (
                #"{"expires_at":null,"exp":3,"name":"a"}"#, 3, "a",
                [#"alternate-spelling /exp @25: "expires_at"; "exp""#]
            ),
            (#"{"name":"a"}"#, nil, "a", []),
            (#"{}"#, nil, "", ["missing-field /name @0: string; nothing"]),
            (
                #"{"exp":"x","name":"a"}"#, 0, "a",
                [#"alternate-spelling /exp @7: "expires_at"; "exp""#, #"wrong-type /exp @7: integer; "x""#]
            ),
        ] as [(String, Int?, String, [String])]
    )
    func `the first spelling with a value is read, and all others that are there are reported`(
        text: String,
        expires: Int?,
        name: String,
        lines: [String]
    ) throws {
        let (value, findings) = try trace(Model.self, text)
        #expect(value?.expires == expires)
        #expect(value?.name == name)
        #expect(findings == lines)
    }
}
