import Testing

@Suite("The lattice")
struct LatticeTests {
  /// What each target may import, besides itself. The compiler sees to the direction of layers; this sees to what a layer reaches for.
  /// Database and Templates appear where a layer names what the layer below shows of them.
  private static let allowed: [String: Set<String>] = {
    let system: Set<String> = ["Foundation", "Synchronization"]
    let http: Set<String> = ["Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTPTypes", "NIOHTTP1"]
    let running: Set<String> = ["Logging", "ServiceLifecycle"]
    let kindred: Set<String> = [
      "Web", "Jobs", "Pages", "Community", "Templates", "Matching", "Markup", "Passwords", "Mail", "Database", "DatabaseSQLite",
      "DatabasePostgres",
      "Dumps", "Seeds", "Files", "Pictures", "Archives", "ArgumentParser", "Configuration", "Crypto", "UnixSignals",
    ]
    return [
      "Kindred": kindred.union(system).union(http).union(running),
      "Web": system.union(http).union(running).union([
        "Pages", "Community", "Passwords", "Pictures", "Threads", "Database", "Templates", "Crypto", "CZlib",
      ]),
      "Jobs": system.union(running).union(["Pages", "Community", "Mail", "Database", "Templates"]),
      "Pages": ["Community", "Templates", "Database", "Foundation"],
      "Community": system.union(["Database", "Matching", "Markup", "Crypto"]),
      "Templates": [], "Matching": [], "Seeds": [], "Database": ["Dispatch", "Synchronization"],
      "Markup": ["CMd4c"],
      "Threads": system,
      "Passwords": system.union(["CArgon2", "Threads"]),
      "Pictures": system.union(["CGd", "Threads"]),
      "Mail": system.union(["CCurl", "CCurlShim"]),
      "Dumps": system.union(["CLibXML2"]), "Archives": system.union(["Crypto", "CZlib"]),
      "DatabaseSQLite": system.union(["Database", "GRDB"]),
      "DatabasePostgres": system.union(["Database", "CPostgres", "Dispatch"]),
      "Files": ["Foundation"], "embed-files": ["Foundation"],
    ]
  }()

  @Test("every target imports only what its place allows")
  func imports() {
    for file in House.swift(in: "Sources") {
      guard let allowed = Self.allowed[file.target] else {
        Issue.record(
          "\(file.path): the target \(file.target) is new: say in LatticeTests what it may import, and in ARCHITECTURE.md why it is there")
        continue
      }
      for (index, line) in file.code.enumerated() {
        guard let name = imported(line), !allowed.contains(name) else { continue }
        Issue.record(
          "\(file.place(index)): \(file.target) may import only \(allowed.sorted()). Ask a layer that may, or take a value from outside.")
      }
    }
  }

  /// The module a line imports: `package import struct GRDB.Row` is GRDB.
  private func imported(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy({ isAccess($0) }), place + 1 < words.count else {
      return nil
    }
    let isKind = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"].contains(words[place + 1])
    guard !isKind || place + 2 < words.count else { return nil }
    return words[isKind ? place + 2 : place + 1].split(separator: ".").first.map(String.init)
  }

  private func isAccess(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["package", "internal", "private", "fileprivate", "public"].contains(word)
  }

  private static let features: Set<String> = [
    "Accounts", "Members", "Categories", "Topics", "Posts", "Search", "Moderation", "Matching", "Promises", "Desk", "Notices",
    "Conversations", "Listening", "Incidents", "Admin", "Imports",
  ]

  @Test(
    "the folders of a layer are features, spelled alike everywhere, and its own machinery",
    arguments: [
      ("Sources/Web", ["Server", "Site"]), ("Sources/Pages", ["Site", "Mail"]), ("Sources/Jobs", ["Worker", "Mail"]),
      ("Sources/Community", ["Forum"]),
    ])
  func folders(_ layer: String, _ machinery: [String]) {
    let strange = House.folders(in: layer).subtracting(Self.features).subtracting(machinery)
    #expect(
      strange.isEmpty,
      "\(layer): a folder is a feature (\(Self.features.sorted())) or machinery (\(machinery)); move \(strange.sorted()) into one")
  }

  @Test("the folders of templates are features too")
  func templateFolders() {
    let others: Set<String> = ["components", "layouts", "errors", "mail", "site"]
    let strange = House.folders(in: "templates").subtracting(Self.features.map { $0.lowercased() }).subtracting(others)
    #expect(strange.isEmpty, "templates: move \(strange.sorted()) into a feature's folder, or into one of \(others.sorted())")
  }

  @Test("no file holds more than one behaviour can need")
  func lengths() {
    let long = House.swift(in: "Sources").filter { $0.lines.count > 301 }.map { "\($0.path): \($0.lines.count) lines" }
    #expect(long.isEmpty, "over 300 lines: look for the second behaviour inside and give it a file of its own: \(long)")
  }
}
