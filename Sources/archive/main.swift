import Foundation
import PageReader
import ThreadModel
let reader = PageReader()
for path in CommandLine.arguments.dropFirst() {
    do {
        let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let record = try reader.read(Capture(bytes: data, path: path))
        print(try RecordEncoder.encode(record).text(.line))
    } catch { FileHandle.standardError.write(Data("archive: \(path): \(error)\n".utf8)) }
}
