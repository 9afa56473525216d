import PackagePlugin

/// Has `date-tables` write the names of months and weekdays when the package is built, so that no run of the program has to ask for them.
@main
struct DateTablesPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "DateTables.swift")
        return [
            .buildCommand(
                displayName: "Writing the names that dates are made of", executable: try context.tool(named: "date-tables").url,
                arguments: [output.path(percentEncoded: false)], inputFiles: [], outputFiles: [output])
        ]
    }
}
