import Testing
import WireJSON

struct JSONObjectTests {
    @Test func `setting a key keeps its place, a new one comes last`() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["a"] = 3
        object["c"] = 4
        #expect(object.keys == ["a", "b", "c"])
        #expect(object.map(\.value) == [3, 2, 4])
    }

    @Test func `nil removes a key, null is a value`() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["a"] = nil
        object["b"] = .null
        #expect(object.keys == ["b"])
        #expect(object["b"] == .some(.null))
        #expect(object["a"] == nil)
    }

    @Test(arguments: [3, 8, 9, 10, 50])
    func `members are found among few and many, after removals too`(count: Int) {
        var object = JSONObject((0..<count).map { ("k\($0)", JSONValue.number(JSONNumber($0))) })
        #expect(object["k\(count - 1)"]?.int == count - 1)
        #expect(object.removeValue(forKey: "k1") == 1)
        #expect(object.removeValue(forKey: "k1") == nil)
        #expect(object["k\(count - 1)"]?.int == count - 1)
        #expect(object["k0"] == 0)
        object["k1"] = true
        #expect(object.keys.last == "k1")
        #expect(object.count == count)
        #expect(!object.isEmpty)
    }

    @Test(arguments: [0, 20])
    func `keys are compared by scalars`(others: Int) {
        var object = JSONObject((0..<others).map { ("k\($0)", JSONValue.null) })
        object["é"] = 1
        object["e\u{301}"] = 2
        #expect(object.count == others + 2)
        #expect(object["\u{E9}"] == 1)
        #expect(object["e\u{301}"] == 2)
    }

    @Test func `order counts for nothing in equality and hash`() {
        let one: JSONObject = ["a": 1, "b": 2]
        let other: JSONObject = ["b": 2, "a": 1]
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != ["a": 1])
        #expect(one != ["a": 1, "c": 2])
    }
}
