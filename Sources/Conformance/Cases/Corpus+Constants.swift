import WireJSON

extension Corpus {
    /// The constants of the run that no file uses, each with the variable that was probably meant.
    package var unusedConstants: [(name: String, near: String?)] {
        guard !constants.members.isEmpty else { return [] }
        let names = variableNames
        let unused = constants.members.map(\.key).filter { !names.contains($0) }
        guard !unused.isEmpty else { return [] }
        let sorted = names.sorted()
        return unused.map { ($0, ClosestName.of($0, among: sorted)) }
    }

    /// What stands between braces in any text, where it is a name.
    private var variableNames: Set<String> {
        var names: Set<String> = []
        for file in files {
            file.document.forEachString { text in
                guard let parts = PlaceholderText.parts(of: String(decoding: text, as: UTF8.self)) else { return }
                for case .placeholder(.variable(let name), _) in parts { names.insert(name) }
            }
        }
        return names
    }
}
