import WireJSON

extension Corpus {
    /// The constants of the run that no file uses, each with the variable that was probably meant.
    package var unusedConstants: [(name: String, near: String?)] {
        let unused = constants.members.map(\.key).filter { name in
            let needle = Array("{{\(name)}}".utf8)
            return !files.contains { ByteSearch.firstRange(of: needle, in: $0.document.bytes, from: 0) != nil }
        }
        guard !unused.isEmpty else { return [] }
        let names = variableNames
        return unused.map { ($0, ClosestName.of($0, among: names)) }
    }

    /// What stands between braces in any text, where it is a name; sorted.
    private var variableNames: [String] {
        var names: Set<String> = []
        for file in files {
            file.document.forEachString { text in
                guard let parts = PlaceholderText.parts(of: String(decoding: text, as: UTF8.self)) else { return }
                for case .placeholder(.variable(let name), _) in parts { names.insert(name) }
            }
        }
        return names.sorted()
    }
}
