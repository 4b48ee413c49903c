import WireJSON

/// What a compiler has gathered; a value, so that the cases of a suite can begin from one copy.
struct CompilerState: Sendable {
    var scopes: [Scope] = []
    var variables: [CaseVariable] = []
    var needs: Set<String> = []
    /// Names that were refused where they were to be defined: a use of one is no mistake of its own.
    var badNames: Set<String> = []
}

/// Makes one case ready to run, from its source form; also finds all its mistakes.
///
/// Every value is read where it is used, its placeholders replaced first, so that what a row, an argument or a constant
/// puts in is checked like what was written there.
struct CaseCompiler {
    /// What is being read, which decides what placeholders may ask for.
    enum Surrounding {
        case step
        /// Where there is an answer under check.
        case expectation
    }

    /// The longest chain of variables that are made of each other.
    static let mostSubstitutionDepth = 100
    /// The deepest pattern or value.
    static let mostDepth = 256

    let library: CaseLibrary
    var state: CompilerState
    var surrounding = Surrounding.step
    var origins: [SubstitutionOrigin] = []
    var problems: [LocatedProblem] = []
    var unresolved: [UnresolvedName] = []
    /// The fragments that are being compiled, outermost first.
    var openFragments: [String] = []
    /// Values that may be used nowhere; their names are checked at the end.
    var looseValues: [SourceNode] = []
    /// The shapes that were named, while mistakes are looked for.
    var shapeUses: [ShapeUse] = []
    /// The members of the rows, where they are left open; nil while rows are put in one by one.
    var slots: RowSlots?
    /// What any row of the case gives.
    var rowNames: Set<String> = []
    /// Whether mistakes are looked for that cannot change what comes out.
    var isValidating: Bool
    /// Whether this is part of a load, which may do only so much; a case of a load was measured by it before it runs.
    var isOfLoad = true
    /// Whether the load may do no more: what is reported from then on is due to that.
    private(set) var isStopped = false
    var depth = 0

    init(_ library: CaseLibrary, from state: CompilerState = CompilerState(), isValidating: Bool) {
        self.library = library
        self.state = state
        self.isValidating = isValidating
    }

    mutating func report(_ problem: CaseProblem, at location: SourceLocation) {
        guard !isStopped, problems.count <= ProblemList.mostTold else { return }
        // A mistake that all rows share is found with each of them.
        guard mayExpand(by: 0, at: location) else { return }
        problems.append(LocatedProblem(problem: problem, location: location))
    }

    /// Counts something of so many bytes that is put in; false, once with a report, where the load may do no more.
    mutating func mayExpand(by bytes: Int, at location: SourceLocation) -> Bool {
        guard isOfLoad else { return true }
        switch library.work.spend(bytes) {
        case .granted: return true
        case .ranOut: problems.append(LocatedProblem(problem: .expansionTooLarge, location: location))
        case .refused: break
        }
        isStopped = true
        return false
    }

    /// Runs something one level deeper; nil, with a report, where that is too deep.
    mutating func deeper<Result>(at location: SourceLocation, _ body: (inout CaseCompiler) -> Result) -> Result? {
        guard depth < Self.mostDepth else {
            report(.tooDeep, at: location)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        return body(&self)
    }

    mutating func addScope(_ scope: Scope) -> Int {
        state.scopes.append(scope)
        return state.scopes.count - 1
    }
}

/// A name that was not known where it was used.
struct UnresolvedName {
    var name: String
    var scope: Int
    var location: SourceLocation
}
