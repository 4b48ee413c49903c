import Testing
import WireJSON

/// What a hand-written `init(from:)` may ask of a decoder.
struct DecoderContainerTests {
    @Test func `nested containers lead to the same values`() throws {
        struct Nested: Decodable {
            var values: [Int] = []
            init(from decoder: any Decoder) throws {
                let outer = try decoder.container(keyedBy: AnyKey.self)
                let inner = try outer.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: "o"))
                var list = try inner.nestedUnkeyedContainer(forKey: AnyKey(stringValue: "l"))
                #expect(list.count == 3)
                values.append(try list.decode(Int.self))
                let third = try list.nestedContainer(keyedBy: AnyKey.self)
                values.append(try third.decode(Int.self, forKey: AnyKey(stringValue: "v")))
                var last = try list.nestedUnkeyedContainer()
                #expect(last.codingPath.map(\.stringValue) == ["o", "l", "2"])
                #expect(last.codingPath.map(\.intValue) == [nil, nil, 2])
                while !last.isAtEnd { values.append(try last.decode(Int.self)) }
                #expect(list.isAtEnd)
            }
        }
        let (value, findings) = try trace(Nested.self, #"{"o":{"l":[1,{"v":2,"w":0},[3,4]]},"x":0}"#)
        #expect(value?.values == [1, 2, 3, 4])
        #expect(findings.map { $0.prefix { $0 != "@" } } == ["unknown-field /o/l/1/w ", "unknown-field /x "])
    }

    @Test func `nested containers that are not there are reported`() throws {
        struct Nested: Decodable {
            init(from decoder: any Decoder) throws {
                let outer = try decoder.container(keyedBy: AnyKey.self)
                let inner = try outer.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: "o"))
                #expect(try inner.decode(Int.self, forKey: AnyKey(stringValue: "v")) == 0)
                #expect(inner.allKeys.isEmpty)
                var list = try outer.nestedUnkeyedContainer(forKey: AnyKey(stringValue: "l"))
                #expect(try list.decode(String.self) == "")
            }
        }
        #expect(try places(Nested.self, #"{"l":1}"#) == ["missing-field /o", "wrong-type /l"])
    }

    @Test func `reading beyond an array is reported`() throws {
        struct Pair: Decodable {
            var first: Int
            var second: String
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                first = try list.decode(Int.self)
                second = try list.decode(String.self)
            }
        }
        #expect(try trace(Pair.self, "[1]").findings == ["missing-field /1 @0: string; nothing"])
        #expect(try trace([Pair].self, #"[[1,"a"],[]]"#).findings.count == 2)
    }

    @Test func `a list is stepped through with nulls`() throws {
        struct Nulls: Decodable {
            var seen: [String] = []
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                while !list.isAtEnd {
                    if try list.decodeNil() {
                        seen.append("null")
                    } else {
                        seen.append("\(list.currentIndex)=\(try list.decodeIfPresent(Int.self) ?? -1)")
                    }
                }
            }
        }
        #expect(try trace(Nulls.self, "[1,null,2,null]").value?.seen == ["0=1", "null", "2=2", "null"])
    }

    @Test func `a class decodes its superclass from a member of its own`() throws {
        class Base: Decodable {
            var a: Int
        }
        final class Derived: Base {
            var b: Int
            private enum Keys: String, CodingKey {
                case b
                case base
            }
            required init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: Keys.self)
                b = try container.decode(Int.self, forKey: .b)
                try super.init(from: container.superDecoder(forKey: .base))
            }
        }
        let (value, findings) = try trace(Derived.self, #"{"b":1,"base":{"a":2,"x":3}}"#)
        #expect(value?.a == 2)
        #expect(findings == ["unknown-field /base/x @25: nothing; 3"])
        #expect(try places(Derived.self, #"{"b":1}"#) == ["missing-field /base"])
    }

    @Test func `an enum with values of its own decodes`() throws {
        enum Choice: Codable, Equatable {
            case none
            case some(value: Int, label: String?)
        }
        let (value, findings) = try trace(
            [Choice].self,
            #"[{"none":{}},{"some":{"value":1,"label":"x"}},{"some":{"value":2}}]"#
        )
        #expect(value == [Choice.none, .some(value: 1, label: "x"), .some(value: 2, label: nil)])
        #expect(findings == [])
    }

    @Test func `an error tells the coding path of its value`() throws {
        struct PathTeller: Decodable {
            struct Told: Error, CustomStringConvertible { var description: String }
            init(from decoder: any Decoder) throws {
                throw Told(description: decoder.codingPath.map(\.stringValue).joined(separator: "."))
            }
        }
        #expect(
            try trace([String: [PathTeller]].self, #"{"a":[],"b":[1,2]}"#).findings == [
                "invalid-value /b/0 @13: PathTeller: b.0; 1", "invalid-value /b/1 @15: PathTeller: b.1; 2",
            ]
        )
    }

    @Test func `each scalar type is read from each kind of container`() throws {
        struct Scalars: Decodable, Equatable {
            var a: Bool?, b: String?, c: Double?, d: Float?, e: Int?, f: Int8?, g: Int16?, h: Int32?, i: Int64?,
                j: UInt?, k: UInt8?, l: UInt16?,
                m: UInt32?, n: UInt64?
        }
        let text = #"{"a":true,"b":"x","c":1.5,"d":2.5,"e":1,"f":2,"g":3,"h":4,"i":5,"j":6,"k":7,"l":8,"m":9,"n":10}"#
        let (value, findings) = try trace(Scalars.self, text)
        #expect(findings == [])
        #expect(
            value
                == Scalars(a: true, b: "x", c: 1.5, d: 2.5, e: 1, f: 2, g: 3, h: 4, i: 5, j: 6, k: 7, l: 8, m: 9, n: 10)
        )
        #expect(try trace(Scalars.self, "{}").value == Scalars())
        #expect(try trace([Float].self, "[1.5]").value == [1.5])
        #expect(try trace([UInt64].self, "[18446744073709551615]").value == [.max])
        #expect(try trace([Bool?].self, "[null,false]").value == [nil, false])
    }

    @Test func `a decoder that a type kept still reads when the decoding is over`() throws {
        struct Keeper: Decodable {
            let decoder: any Decoder

            init(from decoder: any Decoder) {
                self.decoder = decoder
            }
        }
        let keepers = try #require(
            try trace(
                [Keeper].self,
                #"[{"a text of more than sixteen bytes":"caf\u00e9 \ud83d\ude00","b":[1,{"c":false}]},{}]"#
            ).value
        )
        let container = try keepers[0].decoder.container(keyedBy: AnyKey.self)
        let text = try container.decode(String.self, forKey: AnyKey(stringValue: "a text of more than sixteen bytes"))
        #expect(text == "café 😀")
        var elements = try container.nestedUnkeyedContainer(forKey: AnyKey(stringValue: "b"))
        #expect(try elements.decode(Int.self) == 1)
        #expect(try elements.decode([String: Bool].self) == ["c": false])
        #expect(elements.codingPath.map(\.stringValue) == ["0", "b"])
    }
}
