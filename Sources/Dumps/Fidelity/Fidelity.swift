/// How alike an imported post and its source read: what `--compare` prints and the importers' tests require.
package struct Fidelity: Sendable, Hashable {
  /// The share of words that both have, of the longer one: 1 when every word is there as often.
  package let words: Double
  /// What else differs, in words for an operator; empty when code, links, lists, items, quotes and tables are the same.
  package let differences: [String]

  /// The least share of words that still counts as the same text.
  package static let enoughWords = 0.98

  /// Compares a source body with what we show for it. `linkBase` as in `HTMLToMarkdown`.
  package init(source: String, rendered: String, linkBase: String? = nil) {
    self.init(source: HTMLText.parse(source), rendered: HTMLText.parse(rendered), linkBase: linkBase)
  }

  /// Compares nodes already parsed, and perhaps rewritten as for the conversion.
  package init(source: [HTMLNode], rendered: [HTMLNode], linkBase: String? = nil) {
    let (theirs, ours) = (Reading(source, base: linkBase), Reading(rendered, base: linkBase))
    words = Self.share(theirs.words, ours.words)
    var differences: [String] = []
    Self.compare("code blocks", theirs.codeBlocks, ours.codeBlocks, into: &differences)
    Self.compare("inline code", theirs.inlineCode, ours.inlineCode, into: &differences)
    Self.compare("links", theirs.links, ours.links, into: &differences)
    Self.compare("lists", theirs.lists, ours.lists, into: &differences)
    Self.compare("list items", theirs.items, ours.items, into: &differences)
    Self.compare("quotes", theirs.quotes, ours.quotes, into: &differences)
    Self.compare("tables", theirs.tables, ours.tables, into: &differences)
    self.differences = differences
    brokenLinks = theirs.brokenLinks
    firstDifference = differences.first ?? Self.firstLost(theirs.words, ours.words)
  }

  /// The first thing that differs, be it only a word.
  package let firstDifference: String?

  /// Addresses of the source that no browser can open, which we show as their words: no fault of ours, but worth an operator's look.
  package let brokenLinks: [String]

  /// Whether the post may be called the same.
  package var isFaithful: Bool { words >= Self.enoughWords && differences.isEmpty }

  /// From 0 to 1, to sort the worst first.
  package var score: Double { words / Double(1 + differences.count) }

  private static func share(_ theirs: [String: Int], _ ours: [String: Int]) -> Double {
    let longer = max(theirs.values.reduce(0, +), ours.values.reduce(0, +))
    guard longer > 0 else { return 1 }
    return Double(theirs.reduce(0) { $0 + min($1.value, ours[$1.key] ?? 0) }) / Double(longer)
  }

  private static func firstLost(_ theirs: [String: Int], _ ours: [String: Int]) -> String? {
    let lost = theirs.filter { $0.value > ours[$0.key] ?? 0 }.keys.min()
    let added = ours.filter { $0.value > theirs[$0.key] ?? 0 }.keys.min()
    guard lost != nil || added != nil else { return nil }
    return "words: \(lost.map(quoted) ?? "nothing") became \(added.map(quoted) ?? "nothing")"
  }

  private static func compare(_ name: String, _ theirs: Int, _ ours: Int, into differences: inout [String]) {
    if theirs != ours { differences.append("\(name): \(theirs) became \(ours)") }
  }

  private static func compare(_ name: String, _ theirs: [String], _ ours: [String], into differences: inout [String]) {
    guard theirs != ours else { return }
    let index = zip(theirs, ours).enumerated().first { $1.0 != $1.1 }?.offset ?? min(theirs.count, ours.count)
    let (before, after) = (index < theirs.count ? quoted(theirs[index]) : "none", index < ours.count ? quoted(ours[index]) : "none")
    differences.append("\(name): \(theirs.count) and \(ours.count), first unlike is number \(index + 1): \(before) became \(after)")
  }

  private static func quoted(_ text: String) -> String {
    let line = String(text.prefix(80).map { $0 == "\n" ? "⏎" : $0 })
    return "“\(line)\(text.count > 80 ? "…" : "")”"
  }
}
