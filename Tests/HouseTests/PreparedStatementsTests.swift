import Foundation
import Testing

/// What a run of the tests on PostgreSQL has prepared, against what the program can say. `TEST_STATEMENTS` is the file in which that run has
/// noted its statements; `bin/test` hands it over.
@Suite("Every statement is prepared on both engines") struct PreparedStatementsTests {
  private let noted = ProcessInfo.processInfo.environment["TEST_STATEMENTS"].flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }

  @Test("every statement of the program was run on PostgreSQL by some test") func all() {
    guard let noted else { return }
    let lines = noted.split(separator: "\n")
    #expect(lines.count > 300)
    let statements = StatementList.ofTheHouse.shared + StatementList.ofTheHouse.twins.compactMap(\.last)
    let missing = statements.filter { statement in
      let parts = statement.text.split(separator: "\u{FFFC}").map { Array($0.utf8) }
      return !lines.contains { Self.has(parts, in: Array($0.utf8)) }
    }
    print("\(statements.count - missing.count) of \(statements.count) statements were prepared on PostgreSQL")
    #expect(missing.map { "\($0.place): \($0.text)" } == [])
  }

  /// Whether all parts stand in the line, one after the other.
  private static func has(_ parts: [[UInt8]], in line: [UInt8]) -> Bool {
    var rest = line[...]
    for part in parts {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
