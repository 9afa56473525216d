import ArchiveStore

extension ArchiveWriter {
    /// Opens the archive that the options name, and tells what had to be put right.
    static func open(
        _ archive: ArchiveOptions, _ wait: WaitOptions, _ console: Console,
        onCommit: @escaping @Sendable ([Acknowledgement]) -> Void = { _ in }
    ) throws -> ArchiveWriter {
        var options = Options()
        options.wait = wait.duration
        let writer = try ArchiveWriter(directory: archive.directory, options: options, onCommit: onCommit)
        for notice in writer.notices { console.tell(notice) }
        return writer
    }
}

extension Console {
    /// That a write was interrupted is said also where little is to be said: something did fail.
    fileprivate func tell(_ notice: ArchiveNotice) {
        switch notice {
        case .setAside: failure("\(notice)")
        case .completed, .indexRebuilt: note("\(notice)")
        }
    }
}

extension ArchiveReader {
    /// Opens the archive that the options name, and tells what had to be put right.
    static func open(_ archive: ArchiveOptions, _ console: Console) throws -> ArchiveReader {
        let reader = try ArchiveReader(directory: archive.directory)
        for notice in reader.notices { console.tell(notice) }
        return reader
    }
}
