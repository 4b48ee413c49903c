/// Operators of other query languages and of JSON Schema, for what a pattern calls otherwise or says without one.
enum ForeignOperator: Sendable {
    /// The operator that does the same.
    case called(String)
    /// What is written in its place.
    case written(String)

    /// Nil for a key that no other language is known to have.
    init?(_ key: String) {
        if let named = Self.named.first(where: { $0.value.contains { ClosestName.isSame(key, $0) } }) {
            self = .called(named.key)
        } else if let told = Self.told.first(where: { $0.value.contains { ClosestName.isSame(key, $0) } }) {
            self = .written(told.key)
        } else {
            return nil
        }
    }

    /// The operators of patterns, each with what others call it.
    private static let named: KeyValuePairs<String, [String]> = [
        "$anyOf": ["$in", "$or", "$oneOf", "$enum", "$either"],
        "$allOf": ["$and", "$both"],
        "$not": ["$ne", "$neq", "$nin", "$nor", "$notEqual", "$notEquals"],
        "$regex": ["$matches", "$match", "$pattern", "$like", "$regexp", "$re"],
        "$gte": ["$ge", "$min", "$minimum", "$atLeast", "$from"],
        "$lte": ["$le", "$max", "$maximum", "$atMost", "$to"],
        "$gt": ["$after", "$above", "$greater", "$exclusiveMinimum"],
        "$lt": ["$before", "$below", "$less", "$exclusiveMaximum"],
        "$near": ["$around", "$approx", "$closeTo"],
        "$length": ["$size", "$count", "$len"],
        "$each": ["$every", "$items", "$forAll"],
        "$contains": ["$elemMatch", "$some", "$has", "$includes"],
        "$exact": ["$only", "$strict", "$noOther"],
        "$optional": ["$maybe", "$mayBeMissing"],
        "$nullable": ["$nullOr", "$orNull"],
        "$absent": ["$missing", "$undefined", "$nothing"],
        "$shape": ["$ref"],
    ]

    /// What says a thing without an operator, each with the operators that people try for it.
    private static let told: KeyValuePairs<String, [String]> = [
        "a plain value is equality: write the value itself": ["$eq", "$equal", "$equals", "$is", "$const", "$value"],
        "one that must be there is { \"$not\": { \"$absent\": true } }, one that must not { \"$absent\": true }": [
            "$exists", "$exist", "$present", "$required",
        ],
        "name the members themselves: a pattern is an object with what must be in it": [
            "$properties", "$object", "$keys",
        ],
        "write null itself": ["$null", "$isNull", "$nil"],
    ]
}
