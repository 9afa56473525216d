import ArgumentParser

extension LinksCommand {
    /// The options that were given, by their names, but for those that all commands below this one have, too.
    ///
    /// The parser takes an option of this command wherever it stands, behind the name of a command below it as well.
    private var given: [String] {
        let all: [(String, Bool)] = [
            ("--expand", expand), ("--stdin", streams), ("--all", all), ("--summary", summary), ("--dry-run", dry.dryRun),
            ("--json", form.json), ("--wait", wait.wait != nil),
        ]
        return all.filter(\.1).map(\.0) + selection.given
    }

    /// Ends with a usage error where an option was given that means nothing for what is done.
    func refuse(except known: Set<String> = [], _ reason: String) throws {
        if let name = given.first(where: { !known.contains($0) }) { throw ValidationError("\(name) \(reason)") }
    }
}
