/// A mistake and where it stands.
struct LocatedProblem: Sendable, Hashable {
    var problem: CaseProblem
    var location: SourceLocation
}

/// The mistakes of a whole load; one that many expansions of a place share is kept once, and what follows from one is counted.
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
    /// Where there would be mistakes that follow from the one at a place.
    private var consequences: [SourceLocation: Set<SourceLocation>] = [:]
    /// The first place that names a statement where there are none.
    private var firstRequirement: SourceLocation?
    /// The first place that defines what a constant of the run, at another place, defines too.
    private var firstDefinitions: [SourceLocation: SourceLocation] = [:]

    var isEmpty: Bool { problems.isEmpty && !hasConsequences }

    /// Whether something was left out that follows from a mistake.
    var hasConsequences: Bool { !consequences.isEmpty }

    /// Whether no more mistakes are told, so that none need be looked for.
    var isFull: Bool { problems.count > Self.mostTold }

    /// Each mistake with how many follow from it; of several at one place they are told of the first.
    var told: [(problem: LocatedProblem, consequences: Int)] {
        var left = consequences
        return problems.map { ($0, left.removeValue(forKey: $0.location)?.count ?? 0) }
    }

    /// Adds the mistakes of one expansion, without those whose place and kind were met in an earlier one.
    mutating func add(_ found: [LocatedProblem]) {
        guard !found.isEmpty, !isFull else { return }
        var added: Set<LocatedProblem> = []
        var newPlaces: Set<Place> = []
        for item in found {
            if let (cause, place) = consequence(item) {
                consequences[cause, default: []].insert(place)
                continue
            }
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

    /// The place of the mistake that one follows from, and its own; nil for one that is told itself.
    private mutating func consequence(_ item: LocatedProblem) -> (cause: SourceLocation, place: SourceLocation)? {
        switch item.problem {
        case .consequence(let cause): return (cause, item.location)
        case .noRequirements:
            let first = firstRequirement ?? item.location
            firstRequirement = first
            return first == item.location ? nil : (first, item.location)
        case .constantDefined(_, _, let place):
            let first = firstDefinitions[item.location] ?? place
            firstDefinitions[item.location] = first
            return first == place ? nil : (item.location, place)
        default: return nil
        }
    }

    mutating func add(_ problem: CaseProblem, at location: SourceLocation) {
        add([LocatedProblem(problem: problem, location: location)])
    }
}
