package import Database

/// The list of addresses and domains of customers, which later sign-ups are matched with too.
package struct CustomerList: Sendable, Equatable {
  /// The most lines taken at once.
  package static let mostLines = 5_000
  package static let mostBytes = 200_000
  private static let mostShown = 500
  /// How many addresses are on it; they are kept as hashes and cannot be shown.
  package let addresses: Int
  package let domains: [String]

  /// Throws ``ForumError/notFound`` for who may not see it.
  package static func load(for actor: Actor, in tx: Transaction) throws -> CustomerList {
    guard actor.may(.verifyCustomers) else { throw ForumError.notFound }
    return CustomerList(
      addresses: try tx.value("SELECT count(*) FROM customer_rule WHERE kind = 'address'") ?? 0,
      domains: try tx.values("SELECT key FROM customer_rule WHERE kind = 'domain' ORDER BY key LIMIT \(mostShown)", as: String.self))
  }

  /// What was pasted, line by line; empty lines count for nothing. Throws every line that is wrong, up to twenty, beside the field `list`.
  package static func entries(_ text: String) throws -> [CustomerEntry] {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    var entries: [CustomerEntry] = []
    var problems: [FieldProblem] = []
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0.isWhitespace || $0 == "," || $0 == ";" }) {
      do throws(Problem) {
        entries.append(try CustomerEntry(line.filter { $0 != "," && $0 != ";" }, number: index + 1))
      } catch { problems.append(FieldProblem("list", error)) }
    }
    if entries.count > mostLines { throw ForumError.invalid("list", .customerLines, mostLines) }
    if !problems.isEmpty { throw ForumError.invalid(Array(problems.prefix(20))) }
    if entries.isEmpty { throw ForumError.invalid("list", .empty) }
    return entries
  }
}

/// Puts addresses and domains on the list of customers, or takes them off it.
package struct ChangeCustomerList: Sendable {
  let entries: [CustomerEntry]
  let isRemoval: Bool
  package init(_ entries: [CustomerEntry], isRemoval: Bool) { (self.entries, self.isRemoval) = (entries, isRemoval) }

  /// What is there already, or not there, counts for nothing.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.verifyCustomers) else { throw ForumError.forbidden(.notAllowed) }
    for entry in Set(entries) {
      if isRemoval {
        try tx.run("DELETE FROM customer_rule WHERE kind = \(entry.kind) AND key = \(entry.key)")
      } else {
        try tx.run(
          """
          INSERT INTO customer_rule (kind, key, by_id, at) VALUES (\(entry.kind), \(entry.key), \(actor.id), \(tx.now))
          ON CONFLICT (key, kind) DO NOTHING
          """)
      }
    }
    try tx.log(Act(.setting, by: .person(actor.id), detail: "customers \(isRemoval ? "-" : "+")\(Set(entries).count)"))
    try tx.record(Event(.siteChanged, actor: actor.id))
  }
}
