/// What came of reading a dump.
public struct DumpReport: Sendable {
    /// What went wrong.
    public struct Failure: Sendable {
        /// The path in the zip of the text that it went wrong with; `nil` where it was the file itself.
        public var entry: String?
        /// What is wrong.
        public var error: DumpError
    }

    /// What was found, also where reading failed in the end.
    public internal(set) var findings = DumpFindings()
    /// How many texts there are in it.
    public internal(set) var texts = 0
    /// How many of them have no code of the kind that is looked for, by what their heads and names say. They were not read further.
    public internal(set) var passedOver = 0
    /// How many lines were read, without those of heads.
    public internal(set) var lines = 0
    /// How many lines were too long to be links.
    public internal(set) var dropped = 0
    /// What went wrong.
    public var failures: [Failure] = []
}
