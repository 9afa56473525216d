import Glibc

/// Something that gives bytes until it has no more.
protocol ByteFeed: AnyObject {
    /// Fills a buffer, perhaps in part only.
    ///
    /// - Returns: how many bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int
}

/// A stream that may keep us waiting: standard input. Until something comes, the run can still be asked to end.
final class PatientDescriptor: ByteFeed {
    private let number: Int32
    private let shouldStop: () -> Bool

    init(_ number: Int32, shouldStop: @escaping () -> Bool) {
        self.number = number
        self.shouldStop = shouldStop
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
        while true {
            var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, 200) > 0 else {
                if shouldStop() { return 0 }
                continue
            }
            let count = Glibc.read(number, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw .system(code: errno) }
        }
    }
}
