import ArgumentParser
import Community
import Database
import DatabaseSQLite
import Pages
import Pictures
import Templates

/// Says what would stop a start, without starting: configuration, templates and words with an operator's own. Then whether the data is
/// sound and says of itself what is true.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check configuration, templates and data without starting.",
    discussion: "May run beside the server; the index of words is compared with its words only while no server runs.")

  func run() async throws {
    try await Operator.run {
      let configuration = try Operator.configuration()
      Operator.say("configuration: good")
      var notes: [String] = []
      let editions = try SiteFabric.editions(ProductFiles(overrides: configuration.templates), configuration.languages) { notes.append($0) }
      Operator.say("templates and words: good, in \(editions.tags.joined(separator: ", "))")
      for note in notes { Operator.say("  \(note)") }
      guard let store = try? Operator.openExisting(configuration) else {
        Operator.say("data: none yet in \(configuration.data)")
        return
      }
      // Held to the end, so that no server starts in the middle of a check that would make its writers wait.
      let alone = try? DataFolder(configuration.data)
      let isGood = try await OpenData.closing(store) { store in
        let pictures = PictureFolder(DataFolder.pictures(in: configuration.data))
        return try await DataCheck(store: store, pictures: pictures, mayHoldWriters: alone != nil, say: Operator.say).perform()
      }
      withExtendedLifetime(alone) {}
      if !isGood { throw ExitCode(1) }
    }
  }
}

/// What is checked of the data, each with a line that says how it stands.
struct DataCheck {
  let store: any Store
  let pictures: PictureFolder
  let mayHoldWriters: Bool
  let say: (String) -> Void

  /// Whether all is good.
  func perform() async throws -> Bool {
    var isGood = true
    // A server of PostgreSQL sees to its own files and references.
    if let file = store as? SQLiteStore {
      isGood = try pragma(.integrityCheck, of: file, "database file", expecting: "ok")
      guard isGood else { return false }
      isGood = try pragma(.foreignKeyCheck, of: file, "references between rows", expecting: "")
    }
    isGood = try await counters() && isGood
    isGood = try await log() && isGood
    isGood = try await files() && isGood
    return try await search() && isGood
  }

  private func pragma(_ name: SQLiteStore.PragmaName, of file: SQLiteStore, _ words: String, expecting good: String) throws -> Bool {
    let answer = try file.writerPragma(name)
    say("\(words): \(answer == good ? "good" : answer)")
    return answer == good
  }

  private func counters() async throws -> Bool {
    let findings = try await store.read { tx in try Recount.perform(in: tx) }
    say("counters: \(findings.isEmpty ? "good, \(Recount.count) kinds counted anew" : "wrong")")
    for finding in findings { say("  \(finding.counter) is wrong in \(finding.rows) rows, one of them \(finding.example)") }
    return findings.isEmpty
  }

  /// Whether the log of acts is as it was written.
  private func log() async throws -> Bool {
    let broken = try await store.read { tx in try ActLog.firstBroken(in: tx) }
    say("log of acts: \(broken.map { "act \($0.rawValue) was changed, or one before it is missing" } ?? "good")")
    return broken == nil
  }

  /// Whether the files of pictures came along with the rows, as after a move or a restored backup.
  private func files() async throws -> Bool {
    var (last, count, missing): (PictureID?, Int, [String]) = (nil, 0, [])
    while true {
      let after = last
      let some = try await store.read { tx in try PictureFiles.list(after: after, most: 1_000, in: tx) }
      for (id, files) in some {
        last = id
        count += 1
        for file in files where try await !pictures.has(file) { missing.append(file) }
      }
      if some.count < 1_000 { break }
    }
    say("pictures: \(missing.isEmpty ? "good, the files of \(count) looked for" : "\(missing.count) files are not in the folder pictures")")
    if let example = missing.first { say("  one of them is \(example)") }
    return missing.isEmpty
  }

  private func search() async throws -> Bool {
    let verdict = try await store.read { tx in try SearchCheck.compare(in: tx) }
    say("search: \(verdict.isGood ? "good, the words of \(verdict.posts) posts compared" : "wrong")")
    if verdict.missing > 0 { say("  \(verdict.missing) posts have no words") }
    if verdict.different > 0 { say("  \(verdict.different) posts have the words of another text") }
    if let example = verdict.example { say("  one of them is post \(example)") }
    guard mayHoldWriters else {
      say("index of words: not compared while the server runs")
      return verdict.isGood
    }
    do {
      try await store.write { tx in try SearchCheck.compareIndex(in: tx) }
      say("index of words: good")
      return verdict.isGood
    } catch DatabaseFault.corrupt {
      say("index of words: is not that of the words")
      return false
    }
  }
}
