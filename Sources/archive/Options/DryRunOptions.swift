import ArgumentParser

/// Whether it is only said what would be done. A group, because a command and those below it can share an option only in one.
struct DryRunOptions: ParsableArguments {
    @Flag(help: "Only say what would be done: what would be asked for, stored, or replaced.")
    var dryRun = false
}
