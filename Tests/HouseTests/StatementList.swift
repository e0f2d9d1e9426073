/// The SQL statements among the strings of `Sources`: those that begin like one. Conditions and lists of columns that are composed into
/// statements are not among them.
struct StatementList {
  struct Statement {
    let place: String
    /// With single spaces; an interpolation is one `\u{FFFC}`.
    let text: String
    var bytes: Int { text.utf8.count }
  }
  /// A `.twin`: the forms for SQLite and PostgreSQL, in this order.
  typealias Twin = [Statement]

  private(set) var shared: [Statement] = []
  private(set) var twins: [Twin] = []

  static let engines = ["Sources/DatabaseSQLite", "Sources/DatabasePostgres"]

  /// What passes through a Store.
  static let ofTheHouse = StatementList(House.swift(in: "Sources").filter { file in !engines.contains { file.path.hasPrefix($0 + "/") } })

  init(_ files: [SwiftFile]) {
    for file in files {
      let places = Self.twins(of: file)
      var found = Array(repeating: Twin(), count: places.count)
      for literal in file.literals where Self.isStatement(literal.text) {
        let statement = Statement(place: "\(file.path):\(literal.line + 1)", text: Self.plain(literal.text))
        if let twin = places.firstIndex(where: { $0.contains(literal.line) }) {
          found[twin].append(statement)
        } else {
          shared.append(statement)
        }
      }
      twins += found.filter { !$0.isEmpty }
    }
  }

  /// The statements of one file of `migrations`; none of ours has a semicolon anywhere but at its end.
  static func migration(_ file: String) -> [Statement] {
    let code = (House.text(file) ?? "").split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n") + "\n"
    return code.split(separator: ";\n").map { Statement(place: file, text: plain(String($0))) }.filter { !$0.text.isEmpty }
  }

  /// The lines from each `.twin(` to its closing parenthesis.
  private static func twins(of file: SwiftFile) -> [ClosedRange<Int>] {
    file.code.indices.compactMap { first in
      guard let start = file.code[first].firstRange(of: ".twin(")?.upperBound else { return nil }
      var depth = 1
      for line in first..<file.code.count {
        for character in line == first ? file.code[line][start...] : file.code[line] {
          if character == "(" { depth += 1 }
          if character == ")" { depth -= 1 }
          if depth == 0 { return first...line }
        }
      }
      return first...first
    }
  }

  private static let verbs = [
    "SELECT", "INSERT INTO", "UPDATE", "DELETE FROM", "WITH", "CREATE", "ALTER TABLE", "DROP", "PRAGMA", "BEGIN", "COMMIT", "ROLLBACK",
    "SAVEPOINT", "RELEASE", "SET", "DEALLOCATE",
  ]
  private static func isStatement(_ literal: String) -> Bool {
    let text = plain(literal)
    return ["COMMIT", "ROLLBACK", "ANALYZE"].contains(text) || verbs.contains { text.hasPrefix($0 + " ") }
  }

  private static func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
