import Database
import TestSupport
import Testing

@Suite("The SQL literal") struct SQLLiteralTests {
  @Test(
    "what looks like SQL is only ever a value",
    arguments: ["'; DROP TABLE word; --", "' OR '1'='1", "\\'; DELETE FROM word; --", "$1", "?", "%_", "\u{2019} OR 1=1", "\"", "];["])
  func hostileTextIsAValue(text: String) async throws {
    let store = try TestStore.makeEmpty()
    let (found, listed, count) = try await store.write { tx in
      try tx.run("CREATE TABLE word (text TEXT NOT NULL)")
      try tx.run("INSERT INTO word VALUES ('harmless')")
      try tx.run("INSERT INTO word VALUES (\(text))")
      return (
        try tx.values("SELECT text FROM word WHERE text = \(text)", as: String.self),
        try tx.values("SELECT text FROM word WHERE text \(anyOf: [text, "absent"])", as: String.self),
        try tx.value("SELECT COUNT(*) FROM word", as: Int.self)
      )
    }
    #expect(found == [text])
    #expect(listed == [text])
    #expect(count == 2)
  }

  @Test("interpolated values become parameters and interpolated fragments become text, in order, for each engine")
  func composes() {
    let visible: SQL = "NOT hidden AND author = \(7)"
    let statement: SQL = "SELECT 1 FROM post WHERE id = \(Int64(3)) AND \(visible) AND name = \("x")"
    let sqlite = statement.rendered(for: .sqlite)
    let postgres = statement.rendered(for: .postgres)
    #expect(sqlite.text == "SELECT 1 FROM post WHERE id = ? AND NOT hidden AND author = ? AND name = ?")
    #expect(postgres.text == "SELECT 1 FROM post WHERE id = $1 AND NOT hidden AND author = $2 AND name = $3")
    #expect(sqlite.values == [.integer(3), .integer(7), .text("x")])
    #expect(postgres.values == sqlite.values)
  }

  @Test("a list of any length is one parameter, and an empty one matches nothing")
  func listsAreOneParameter() async throws {
    #expect(SQL("id \(anyOf: Array(1...500))").rendered(for: .sqlite).values.count == 1)
    #expect(SQL("name \(anyOf: ["a\"b", "c\\d"])").rendered(for: .postgres).text == "name = ANY($1::text[])")
    #expect(SQL("name \(anyOf: ["a\"b", "c\\d"])").rendered(for: .postgres).values == [.text(#"{"a\"b","c\\d"}"#)])
    let store = try TestStore.makeEmpty()
    let (some, none) = try await store.write { tx in
      try tx.run("CREATE TABLE number (id INTEGER PRIMARY KEY)")
      try tx.run("INSERT INTO number VALUES (1), (2), (3)")
      return (
        try tx.values("SELECT id FROM number WHERE id \(anyOf: [3, 1, 9]) ORDER BY id", as: Int.self),
        try tx.values("SELECT id FROM number WHERE id \(anyOf: [Int]())", as: Int.self)
      )
    }
    #expect(some == [1, 3])
    #expect(none.isEmpty)
  }

  @Test("a missing value is NULL, and text is never cut at U+0000")
  func missingValuesAndNulCharacters() async throws {
    let store = try TestStore.makeEmpty()
    let missing: String? = nil
    let (isNull, text) = try await store.write { tx in
      try tx.run("CREATE TABLE word (text TEXT, other TEXT)")
      try tx.run("INSERT INTO word VALUES (\("before\u{0}after"), \(missing))")
      return (
        try tx.exists("SELECT 1 FROM word WHERE other IS NULL"), try tx.value("SELECT text FROM word", as: String.self)
      )
    }
    #expect(isNull)
    #expect(text == "beforeafter")
  }

  @Test("a column of another type than the code expects is an error, never a guess")
  func wrongTypeIsAnError() async throws {
    let store = try TestStore.makeEmpty()
    await #expect(throws: DatabaseFault.unexpectedValue(column: 1, expected: "Int")) {
      try await store.read { tx in
        try tx.first("SELECT 1, 'two'") { row in (try row.next(Int.self), try row.next(Int.self)) }.map { _ in () }
      }
    }
  }
}
