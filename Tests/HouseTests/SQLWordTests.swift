import Testing

@Suite("SQL once for both engines")
struct SQLWordTests {
  private static let files = ["Community", "Jobs", "Web", "Pages", "Kindred"].flatMap { House.swift(in: "Sources/\($0)") }

  @Test(
    "a statement says nothing that one engine understands alone, or differently",
    arguments: [
      ("ILIKE", "search through post_search"), ("LIKE", "compare substr() or a range: only one engine minds case"),
      ("GLOB", "compare substr() or a range"), ("now()", "bind tx.now"), ("CURRENT_TIMESTAMP", "bind tx.now"),
      ("datetime(", "times are milliseconds"),
      ("lower(", "fold people's text in Swift: the engines fold differently"), ("upper(", "fold people's text in Swift"),
      ("IFNULL(", "say COALESCE"), ("GROUP_CONCAT", "gather in Swift"), ("AUTOINCREMENT", "say id"), ("last_insert_rowid", "say RETURNING"),
      ("INSERT OR ", "say ON CONFLICT"), ("OFFSET ", "page by keys"),
    ])
  func discouraged(_ word: String, _ instead: String) {
    let found = Self.files.flatMap { file in file.literals { has(word, in: $0) } }
    #expect(found.isEmpty, "\(word): \(instead): \(found)")
  }

  @Test("a statement casts with CAST")
  func casts() {
    let found = Self.files.flatMap { file in
      file.literals { text in
        text.contains("SELECT ")
          && text.indices.contains { text[$0...].hasPrefix("::") && text[text.index($0, offsetBy: 2)...].first?.isLetter == true }
      }
    }
    #expect(found.isEmpty, "say CAST(x AS type): \(found)")
  }

  @Test("a boolean is a boolean: a condition says NOT hidden, never hidden = 0")
  func booleans() {
    let columns = Self.booleanColumns
    #expect(columns.contains("hidden"), "no booleans were found in migrations")
    let found = Self.files.flatMap { file in
      file.literals { text in
        columns.contains { column in
          ["= 0", "= 1", "=0", "=1", "<> 0", "<> 1"].contains { has("\(column) \($0)", in: text) || has("\(column)\($0)", in: text) }
        }
      }
    }
    #expect(found.isEmpty, "say the column or NOT the column, and TRUE or FALSE in a SET: \(found)")
  }

  private static let booleanColumns: Set<String> = Set(
    House.files.filter { $0.hasPrefix("migrations/") }.compactMap(House.text).flatMap { text in
      text.split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ").map { $0.filter { $0 != "," } }
        return words.count > 1 && words[1] == "boolean" ? words[0] : nil
      }
    })

  /// The word itself: `like` in a sentence of people is no `LIKE`, and `hidden` is not the end of `unhidden`.
  private func has(_ word: String, in text: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: word) {
      let before = rest[..<range.lowerBound].last
      let after = word.last!.isLetter || word.last!.isNumber ? rest[range.upperBound...].first : nil
      if !(before.map(isPartOfName) ?? false), !(after.map(isPartOfName) ?? false) { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  private func isPartOfName(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
}
