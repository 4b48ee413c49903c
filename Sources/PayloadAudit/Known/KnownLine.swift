import WireJSON

/// A line that fits a template, and where its parts are.
struct KnownLine {
    let text: UnsafeBufferPointer<UInt8>
    let finder: TemplateFinder
    let file: String
    /// The first byte of the line.
    var start: Int
    /// In the file, from 1.
    var number: Int

    /// Where a byte of it is in the file.
    func location(of place: JSONTemplate.Place) -> AuditLocation {
        let end = finder.gaps[place.step].start - place.back
        let column = text[start..<end].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return AuditLocation(file: file, line: number, column: column)
    }

    /// The finding as its first example, counted not yet.
    func begun(_ finding: KnownAnswer.Finding, _ shown: ShownValue) -> AuditTally.Finding {
        let actual =
            switch finding.actual {
            case .fixed(let words): words
            case .scalar(let step, let isString, let code, let key):
                words(step, isString: isString) { shown.text($0, code, key: key) }
            }
        let example = AuditFinding.Example(location: location(of: finding.place), actual: actual)
        return AuditTally.Finding(count: 0, expected: finding.expected, first: example)
    }

    private func words(_ step: Int, isString: Bool, _ show: (JSONView) -> String) -> String {
        let gap = finder.gaps[step]
        let range = isString ? gap.start - 1..<gap.end + 1 : gap.start..<gap.end
        // What fits in a gap is JSON.
        guard let document = try? JSONDocument(Array(text[range])) else { return "a value" }
        return show(document.root)
    }
}
