package import Conformance

/// A form in which something can be written, as `--report` names it.
///
/// A command has a list of those it knows; that of a run is `RunFormats.all`.
package struct ReportFormat<Subject: Sendable>: Sendable {
    /// Writes the whole report, piece by piece, in UTF-8; throws what `output` throws, nothing else.
    package typealias Writer =
        @Sendable (_ subject: Subject, _ context: ReportContext, _ output: ([UInt8]) throws -> Void) throws -> Void

    /// What `--report` calls it, in lower case.
    package var name: String
    /// Its name in the folder of the reports; nil where it goes to standard output.
    package var fileName: String?
    /// What it is, in a few words, for the help.
    package var about: String
    /// Whether it is written unless `--report none` says otherwise.
    package var isUsual: Bool
    package var write: Writer

    package init(
        name: String,
        fileName: String?,
        about: String,
        isUsual: Bool = false,
        write: @escaping Writer
    ) {
        self.name = name
        self.fileName = fileName
        self.about = about
        self.isUsual = isUsual
        self.write = write
    }
}

/// What reports say beside their subject: facts of the program and of where it runs.
package struct ReportContext: Sendable {
    /// What a word means that a report prints.
    package struct Meaning: Sendable, Hashable {
        /// In one sentence.
        package var sentence: String
        /// What a person can do.
        package var cure: String

        package init(sentence: String, cure: String) {
            self.sentence = sentence
            self.cure = cure
        }
    }

    /// The version of the program.
    package var program: String
    /// How paths of case files are written where a build server reads them.
    package var sources: SourcePaths
    /// Whether the case files are in the repository; those that are built into the program are not.
    package var hasCaseFiles = true
    /// The command of the run without its selection.
    package var command: String
    /// What goes behind it where the selection alone selects more than was run: shard and earlier run, quoted for a shell.
    package var part: String
    /// What a code means; nil where that is not known.
    package var meaning: @Sendable (_ code: String) -> Meaning?
    /// The problems of an earlier run; nil where there is none to compare with.
    package var baseline: ReportBaseline?
    /// The line of a case file, redacted; nil where the file is not at hand.
    package var sourceLine: @Sendable (FilePosition) -> String?

    package init(
        program: String,
        sources: SourcePaths = SourcePaths(),
        command: String = "stytch-conformance run",
        part: String = "",
        meaning: @escaping @Sendable (_ code: String) -> Meaning? = { _ in nil },
        baseline: ReportBaseline? = nil,
        sourceLine: @escaping @Sendable (FilePosition) -> String? = { _ in nil }
    ) {
        self.program = program
        self.sources = sources
        self.command = command
        self.part = part
        self.meaning = meaning
        self.baseline = baseline
        self.sourceLine = sourceLine
    }
}
