import Testing

/// How much SQL is written for one engine alone. Counted is every statement of `Sources` and of `migrations`. A `.twin` is one statement that
/// differs, and its bytes are those of both forms; each statement of a migration of one engine differs too. What an engine says to its own
/// session (how a transaction begins, locks, limits) does not pass through a Store and is counted apart: it is what lets all the rest be the
/// same.
@Suite("SQL that differs between the engines") struct DifferingSQLTests {
  private struct Count: CustomStringConvertible {
    var shared: [StatementList.Statement] = []
    var differing: [StatementList.Twin] = []

    var byStatements: Double { share(differing.count, of: shared.count + differing.count) }
    var byBytes: Double {
      let some = differing.joined().map(\.bytes).reduce(0, +)
      return share(some, of: some + shared.map(\.bytes).reduce(0, +))
    }
    private func share(_ some: Int, of all: Int) -> Double { Double(some) * 100 / Double(max(1, all)) }
    private func plain(_ share: Double) -> String { "\((share * 10).rounded() / 10) %" }
    var description: String {
      "\(differing.count) of \(shared.count + differing.count) statements (\(plain(byStatements))), by bytes \(plain(byBytes))"
    }
  }

  @Test("less than a twentieth of what passes through a Store is written twice, by statements and by bytes") func share() {
    var count = Count(shared: StatementList.ofTheHouse.shared, differing: StatementList.ofTheHouse.twins)
    #expect(count.differing.allSatisfy { $0.count == 2 }, "a twin without both forms as they are written")
    for file in House.files where file.hasPrefix("migrations/") && file.hasSuffix(".sql") {
      let statements = StatementList.migration(file)
      if file.split(separator: ".").count > 2 { count.differing += statements.map { [$0] } } else { count.shared += statements }
    }
    #expect(count.shared.count > 250 && count.differing.count > 8, "the reader of statements has gone blind")
    say("SQL that differs: \(count)", count.differing)
    #expect(count.byStatements < 5)
    #expect(count.byBytes < 5)

    let sessions = Self.sessions()
    say("what the engines say to their own sessions, that differs: \(sessions)", sessions.differing)
    let both = Count(shared: count.shared + sessions.shared, differing: count.differing + sessions.differing)
    print("all together: \(both)")
    #expect(both.byStatements < 10)
  }

  @Test("only a twin chooses by engine: nothing above the Store asks which one it is") func dialects() {
    let files = ["Community", "Jobs", "Web", "Pages", "Seeds"].flatMap { House.swift(in: "Sources/\($0)") }
    #expect(files.count > 100)
    #expect(files.flatMap { $0.code { $0.contains("dialect") || $0.contains("Dialect") } } == [])
  }

  /// COMMIT and savepoints are the same in both.
  private static func sessions() -> Count {
    let said = StatementList.engines.map { StatementList(House.swift(in: $0)).shared }
    var count = Count()
    var known: Set<String> = []
    for (index, statements) in said.enumerated() {
      for statement in statements where known.insert(statement.text).inserted {
        if said[1 - index].contains(where: { $0.text == statement.text }) {
          count.shared.append(statement)
        } else {
          count.differing.append([statement])
        }
      }
    }
    return count
  }

  private func say(_ words: String, _ twins: [StatementList.Twin]) {
    print(words)
    for statement in twins.joined() { print("  \(statement.place): \(statement.text.prefix(110))") }
  }
}
