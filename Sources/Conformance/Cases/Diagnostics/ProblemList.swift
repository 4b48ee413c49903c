/// A mistake and where it stands.
struct LocatedProblem: Sendable, Hashable {
    var problem: CaseProblem
    var location: SourceLocation
}

/// The mistakes of a whole load; one that many expansions of a place share is kept once.
struct ProblemList: Sendable {
    /// The most mistakes that are told of a load.
    static let mostTold = 500

    private struct Place: Hashable {
        var location: SourceLocation
        var code: CaseCode
    }

    private(set) var problems: [LocatedProblem] = []
    private var places: Set<Place> = []
    /// The names of the cycles that were met: each is told once, from wherever it was entered first.
    private var cycles: Set<[String]> = []

    var isEmpty: Bool { problems.isEmpty }

    /// Whether no more mistakes are told, so that none need be looked for.
    var isFull: Bool { problems.count > Self.mostTold }

    /// Adds the mistakes of one expansion, without those whose place and kind were met in an earlier one.
    mutating func add(_ found: [LocatedProblem]) {
        guard !found.isEmpty, !isFull else { return }
        var added: Set<LocatedProblem> = []
        var newPlaces: Set<Place> = []
        for item in found {
            let place = Place(location: item.location, code: item.problem.code)
            guard !places.contains(place), added.insert(item).inserted else { continue }
            if let cycle = item.problem.cycle, !cycles.insert(Set(cycle).sorted()).inserted { continue }
            guard problems.count < Self.mostTold else {
                if !isFull { problems.append(LocatedProblem(problem: .moreMistakes, location: item.location)) }
                break
            }
            newPlaces.insert(place)
            problems.append(item)
        }
        places.formUnion(newPlaces)
    }

    mutating func add(_ problem: CaseProblem, at location: SourceLocation) {
        add([LocatedProblem(problem: problem, location: location)])
    }
}
