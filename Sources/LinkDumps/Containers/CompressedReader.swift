internal import CLibArchive
import Glibc

/// What libarchive makes of bytes: the files in a zip, or the one text that anything else holds once it is decompressed.
///
/// The owner of one `struct archive`; nothing else sees the pointer. Memory does not depend on how large the file is.
final class CompressedReader: ByteFeed {
    /// A file in a zip, or the text that is not in one.
    struct Entry {
        /// Its path in the zip; `nil` where there is no zip.
        var path: String?
        /// Whether it is a file, not a directory or a link.
        var isFile: Bool
    }

    private let handle: OpaquePointer
    /// What the callbacks use; libarchive keeps a pointer to it.
    private let source: FeedSource?
    /// What libarchive has given and nobody has taken; its memory is valid until libarchive is called again.
    private var block = UnsafeRawBufferPointer(start: nil, count: 0)

    /// Reads an open file, which must be one that can be sought in; it stays the caller's to close.
    init(descriptor: Int32) throws(DumpError) {
        handle = try Self.make(opensZips: true)
        source = nil
        // The size of the pieces in which the file is read.
        try check(archive_read_open_fd(handle, descriptor, 128 * 1024))
    }

    /// Reads what comes from a feed.
    ///
    /// - Parameter opensZips: whether a zip is seen as such.
    init(_ feed: any ByteFeed, opensZips: Bool) throws(DumpError) {
        handle = try Self.make(opensZips: opensZips)
        let source = FeedSource(feed)
        self.source = source
        try check(
            archive_read_open(
                handle, Unmanaged.passUnretained(source).toOpaque(), nil,
                { _, context, block in
                    guard let context, let block else { return -1 }
                    return Unmanaged<FeedSource>.fromOpaque(context).takeUnretainedValue().give(block)
                }, nil))
    }

    deinit {
        archive_read_free(handle)
    }

    private static func make(opensZips: Bool) throws(DumpError) -> OpaquePointer {
        guard let handle = archive_read_new() else { throw .unavailable(reason: String(cString: strerror(ENOMEM))) }
        var setUps = [
            archive_read_support_filter_xz, archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
            archive_read_support_filter_zstd, archive_read_support_format_empty, archive_read_support_format_raw,
        ]
        if opensZips { setUps.append(archive_read_support_format_zip) }
        // ARCHIVE_WARN would mean that libarchive has to start another program for this.
        guard setUps.allSatisfy({ $0(handle) == ARCHIVE_OK }) else {
            let reason = message(handle)
            archive_read_free(handle)
            throw .unavailable(reason: reason)
        }
        return handle
    }

    /// Goes on to the next file; `nil` at the end.
    func nextEntry() throws(DumpError) -> Entry? {
        block = UnsafeRawBufferPointer(start: nil, count: 0)
        var entry: OpaquePointer?
        let result = archive_read_next_header(handle, &entry)
        guard result != ARCHIVE_EOF else { return nil }
        try check(result)
        guard let entry, archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP else {
            return Entry(path: nil, isFile: true)
        }
        let path = (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)).map { String(cString: $0) }
        return Entry(path: path ?? "?", isFile: mode_t(archive_entry_filetype(entry)) == S_IFREG)
    }

    /// The bytes of the file that ``nextEntry()`` gave last.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
        // Not `archive_read_data`: where that meets damage it keeps back what it has read before it.
        while block.isEmpty {
            var start: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            switch archive_read_data_block(handle, &start, &count, &offset) {
            case ARCHIVE_OK: block = UnsafeRawBufferPointer(start: start, count: count)
            case ARCHIVE_EOF: return 0
            case ARCHIVE_RETRY: continue
            default: throw failure()
            }
        }
        let count = min(block.count, buffer.count)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
        block = UnsafeRawBufferPointer(rebasing: block[count...])
        return count
    }

    /// A warning of an entry's head (a name in an odd charset, say) does not keep its data from being read.
    private func check(_ result: Int32) throws(DumpError) {
        guard result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw failure() }
    }

    private func failure() -> DumpError {
        source?.failure ?? .damaged(reason: Self.message(handle))
    }

    private static func message(_ handle: OpaquePointer) -> String {
        archive_error_string(handle).map { String(cString: $0) } ?? "no reason given"
    }
}

/// Hands a feed's bytes to libarchive in pieces of its own.
private final class FeedSource {
    private static let pieceLength = 64 * 1024

    /// Why the feed could give no more: libarchive knows only that it did not.
    private(set) var failure: DumpError?
    private let feed: any ByteFeed
    private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: FeedSource.pieceLength, alignment: 16)

    init(_ feed: any ByteFeed) {
        self.feed = feed
    }

    deinit {
        piece.deallocate()
    }

    /// The piece stays as it is until the next one is asked for.
    func give(_ block: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        do throws(DumpError) {
            block.pointee = UnsafeRawPointer(piece.baseAddress)
            return try feed.read(into: piece)
        } catch {
            failure = error
            return -1
        }
    }
}
