// swift-tools-version: 6.2
import PackageDescription

// One place for the settings of every target: Swift 6 language mode (complete concurrency checking) comes with the tools version.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "archive",
    products: [
        .library(
            name: "ThreadArchive",
            targets: ["ThreadModel", "ShortLinks", "PageReader", "LinkResolver", "LinkDumps", "LinkRewriter", "ArchiveStore", "LinkReport"]),
        .executable(name: "archive", targets: ["archive"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // System libraries.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),

        // The library, in the direction of the data: a target imports only those above it.
        .target(
            name: "ThreadModel", resources: [.embedInCode("Schemas/thread.schema.json"), .embedInCode("Schemas/expansion.schema.json")],
            swiftSettings: strict),
        .target(name: "ShortLinks", resources: [.embedInCode("services.json")], swiftSettings: strict),
        .target(
            name: "Markup", dependencies: ["CLibXML2", "CUchardet"], resources: [.embedInCode("Text/encodings.txt")], swiftSettings: strict),
        .target(
            name: "PageReader", dependencies: ["ThreadModel", "ShortLinks", "Markup", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict, plugins: ["DateTablesPlugin"]),
        // Run by the build: the names of months and weekdays, from Foundation's CLDR, as a table in the program.
        .executableTarget(name: "date-tables", swiftSettings: strict),
        .plugin(name: "DateTablesPlugin", capability: .buildTool(), dependencies: ["date-tables"]),
        .target(
            name: "LinkResolver",
            dependencies: ["ThreadModel", "ShortLinks", "Markup", "CLibCurl", .product(name: "HeapModule", package: "swift-collections")],
            swiftSettings: strict),
        .target(name: "LinkDumps", dependencies: ["ShortLinks", "CLibArchive"], swiftSettings: strict),
        .target(name: "LinkRewriter", dependencies: ["ThreadModel", "ShortLinks", "Markup", "PageReader"], swiftSettings: strict),
        .target(
            name: "ArchiveStore",
            dependencies: [
                "ThreadModel", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(name: "LinkReport", dependencies: ["ThreadModel", "ShortLinks", "ArchiveStore"], swiftSettings: strict),
        .executableTarget(
            name: "archive",
            dependencies: [
                "ThreadModel", "ShortLinks", "Markup", "PageReader", "LinkResolver", "LinkDumps", "LinkRewriter", "ArchiveStore",
                "LinkReport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // A web on loopback that shortens links and misbehaves on request: for tests and the demo only, never part of the product.
        .target(
            name: "LoopbackWeb",
            dependencies: [.product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox")],
            swiftSettings: strict),
        .executableTarget(
            name: "stand-in-shortener",
            dependencies: ["LoopbackWeb", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),

        // Reads dates line by line for scripts/bench-dates, never part of the product.
        .executableTarget(name: "date-reader-bench", dependencies: ["PageReader"], swiftSettings: strict),

        .testTarget(name: "ThreadModelTests", dependencies: ["ThreadModel"], swiftSettings: strict),
        .testTarget(name: "ShortLinksTests", dependencies: ["ShortLinks"], swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
        .testTarget(
            name: "PageReaderTests", dependencies: ["PageReader", "ThreadModel", "Markup", "ShortLinks"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "LinkResolverTests", dependencies: ["LinkResolver", "LoopbackWeb"], swiftSettings: strict),
        .testTarget(name: "LinkDumpsTests", dependencies: ["LinkDumps", "ShortLinks", "CLibArchive"], swiftSettings: strict),
        .testTarget(name: "LinkRewriterTests", dependencies: ["LinkRewriter", "ThreadModel"], swiftSettings: strict),
        .testTarget(
            name: "ArchiveStoreTests", dependencies: ["ArchiveStore", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
        .testTarget(
            name: "LinkReportTests", dependencies: ["LinkReport", "ArchiveStore", "ThreadModel", "ShortLinks"], swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests", dependencies: ["archive", "ArchiveStore", "LoopbackWeb", "ThreadModel"], swiftSettings: strict),
    ]
)
