/// What is wrong with cases that can be run and show less than they say; of the rows of a case one is enough to tell it.
struct CaseReview {
    private(set) var diagnostics: [CaseDiagnostic] = []
    private let corpus: Corpus
    /// The statements about a target, which a stored answer does not show.
    private let asked: Set<String>
    private var reported: Set<Mistake> = []

    /// A mistake of a case, told once for all its rows.
    private struct Mistake: Hashable {
        var suite: Int32
        var caseIndex: Int32
        var code: CaseCode
        /// What it is about: the id of a statement, or a place.
        var id = ""
        var location: SourceLocation?
    }

    /// Looks at every case of a corpus.
    init(_ corpus: Corpus) {
        self.corpus = corpus
        asked = Set(corpus.requirements.lazy.filter { !$0.isOffline }.map(\.id))
        for entry in corpus.entries { review(entry) }
    }

    private mutating func review(_ entry: CaseEntry) {
        let compiled = corpus.compile(entry)
        if !compiled.sendsRequests { reportUnasked(entry) }
        // What is left out is often not written yet.
        if entry.skip == nil, !compiled.checksAnything {
            report(
                .nothingChecked,
                of: entry,
                at: entry.location,
                "the case checks nothing",
                hint: "add a step with 'request', 'payload' or 'check'; what only prepares belongs into 'setup'"
            )
        }
        for location in compiled.unusedFaults {
            report(
                .unusedFault,
                of: entry,
                at: location,
                place: location,
                "no request follows this fault",
                hint: "put it before the request whose answer it is to spoil"
            )
        }
    }

    /// Statements about a target that are named by a case which asks none: it passes whatever the target does.
    private mutating func reportUnasked(_ entry: CaseEntry) {
        for id in entry.requirements where asked.contains(id) {
            report(
                .unaskedRequirement,
                of: entry,
                about: id,
                at: entry.location,
                "a case that sends no request covers the requirement '\(id)'",
                hint: "send a request, or give the requirement \"offline\": true if a stored answer shows it"
            )
        }
    }

    private mutating func report(
        _ code: CaseCode,
        of entry: CaseEntry,
        about id: String = "",
        at location: SourceLocation,
        place: SourceLocation? = nil,
        _ message: String,
        hint: String
    ) {
        let mistake = Mistake(suite: entry.suite, caseIndex: entry.caseIndex, code: code, id: id, location: place)
        guard reported.insert(mistake).inserted else { return }
        diagnostics.append(
            CaseDiagnostic(
                code: code,
                in: corpus.files[Int(location.file)],
                offset: Int(location.offset),
                message: message,
                hint: hint
            )
        )
    }
}

extension CompiledCase {
    /// Whether a step of its own, in the case's file, asks something, decodes a stored answer, or checks a value.
    ///
    /// What a fragment asks prepares, or is checked wherever the fragment is used.
    fileprivate var checksAnything: Bool {
        steps.contains { step in
            guard step.location.file == location.file else { return false }
            return switch step.action {
            case .request, .payload, .check: true
            case .mock, .beginUse: false
            }
        }
    }

    /// Where faults stand in set-up and steps that no request follows.
    fileprivate var unusedFaults: [SourceLocation] {
        var waiting: [SourceLocation] = []
        for step in setup + steps {
            switch step.action {
            case .request: waiting = []
            case .mock(.fault): waiting.append(step.location)
            case .payload, .check, .mock, .beginUse: break
            }
        }
        return waiting
    }
}
