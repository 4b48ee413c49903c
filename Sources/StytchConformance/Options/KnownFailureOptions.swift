import ArgumentParser

/// Which list of known failures is asked.
struct KnownFailureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The list of known failures, in place of known-failures.json beside the cases.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var knownFailures: String?

    /// The file that is named, which must be there.
    func existingFile() throws -> String? {
        if let file = knownFailures, !LocalFiles.exists(file) {
            throw CommandFailure(
                .wrongInput,
                "the file '\(file)' of --known-failures does not exist",
                hint: "'run --update-known-failures' writes it"
            )
        }
        return knownFailures
    }
}

/// What `run` does to the list of known failures.
struct KnownFailureUpdateOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Writes the list of known failures anew after a run of every case.",
            discussion: """
                What fails is added, what passes removed, a changed message corrected; reasons, links, end dates and the order \
                stay. The exit status is that of the run by the list as it was.
                """
        )
    )
    var updateKnownFailures = false
}
