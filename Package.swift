// swift-tools-version: 6.2
import PackageDescription

/// One language for the whole house: Swift 6, explicit imports, warnings are errors.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

/// A layer of the house. What it may import is exactly what is listed here; `Tests/HouseTests` checks it.
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

let package = Package(
  name: "kindred",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "kindred", targets: ["Kindred"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // The composition root.
    .executableTarget(
      name: "Kindred",
      dependencies: [
        "Web", "Jobs", "Pages", "Community", "Templates", "Matching", "Markup", "Passwords", "Mail", "Database",
        "DatabaseSQLite", "DatabasePostgres", "Dumps", "Seeds", "Files", "Pictures", "Archives", hummingbird, logging, lifecycle, crypto,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
      ], swiftSettings: house),

    // Layers, from the outside in.
    layer("Web", ["Pages", "Community", "Passwords", "Pictures", "Threads", "CZlib", hummingbird, logging, lifecycle, crypto]),
    layer("Jobs", ["Pages", "Community", "Mail", logging, lifecycle]),
    layer("Pages", ["Community", "Templates"]),
    layer("Community", ["Database", "Matching", "Markup", crypto]),

    // Leaves: they know nothing of the forum.
    layer("Templates"),
    layer("Matching"),
    layer("Markup", ["CMd4c"]),
    layer("Threads"),
    layer("Passwords", ["CArgon2", "Threads"]),
    layer("Pictures", ["CGd", "Threads"]),
    layer("Mail", ["CCurl", "CCurlShim"]),
    layer("Dumps", ["CLibXML2"]),
    layer("Seeds"),
    layer("Archives", ["CZlib", crypto]),
    layer("Database"),
    layer("DatabaseSQLite", ["Database", .product(name: "GRDB", package: "GRDB.swift")]),
    layer("DatabasePostgres", ["Database", "CPostgres"]),
    layer("Files", plugins: ["EmbedFiles"]),

    // Files into the binary.
    .executableTarget(name: "embed-files", swiftSettings: house),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),

    // System libraries.
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    // Its pkg-config file asks for a macro of another library, which the package manager refuses aloud; the module map names what to link.
    .systemLibrary(name: "CGd", providers: [.apt(["libgd-dev"])]),
    .systemLibrary(name: "CMd4c", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CCurlShim", dependencies: ["CCurl"]),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["Community", "Database", "DatabaseSQLite", "DatabasePostgres", "CPostgres"],
      path: "Tests/TestSupport", swiftSettings: house),
    .target(
      name: "ForumSupport",
      dependencies: [
        "Kindred", "Web", "Jobs", "Pages", "Passwords", "Pictures", "Community", "Database", "TestSupport", hummingbird, logging,
      ],
      path: "Tests/ForumSupport", swiftSettings: house),
    tests("HouseTests", ["Files"]),
    tests("DatabaseTests", ["Database", "DatabaseSQLite", "TestSupport"]),
    tests("TemplatesTests", ["Templates"]),
    tests("MatchingTests", ["Matching"]),
    tests("MarkupTests", ["Markup"]),
    tests("PasswordsTests", ["Passwords", "Threads"]),
    tests("PicturesTests", ["Pictures", "CGd"]),
    tests("MailTests", ["Mail"]),
    tests("DumpsTests", ["Dumps", "Markup"]),
    tests("SeedsTests", ["Seeds"]),
    tests("ArchivesTests", ["Archives", crypto]),
    tests("CommunityTests", ["Community", "Matching", "TestSupport"]),
    tests("PagesTests", ["Pages", "Templates", "Community", "Database", "TestSupport"]),
    tests("JobsTests", ["Jobs", "Pages", "Templates", "Mail", "Database", "DatabaseSQLite", "TestSupport", logging, lifecycle]),
    tests("WebTests", ["Web", "Kindred", "Pictures", "TestSupport", "ForumSupport", hummingbirdTesting]),
    tests("KindredTests", ["Kindred", "Archives", "Matching", "Markup", "TestSupport", "ForumSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
