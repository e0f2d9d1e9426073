import Community
import Templates

/// What an act of the log changed, in words of people. The log itself keeps facts of the program, which have no language.
enum LoggedChange {
  /// Nil for an act that says no more than its name; what this program does not know is said as it was kept.
  static func sentence(_ act: LoggedAct, words: Words) -> String? {
    guard [.setting, .importing].contains(act.kind), !act.detail.isEmpty else { return nil }
    let facts = act.detail.split(separator: " ").map(String.init)
    let said = act.kind == .importing ? imported(facts, words) : changed(facts, in: act.category, words)
    return said ?? act.detail
  }

  /// The note of a change, whose lines begin with the name of a field.
  static func note(_ act: LoggedAct, words: Words) -> String? {
    guard !act.note.isEmpty else { return nil }
    guard act.kind == .setting else { return act.note }
    let lines = act.note.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let field = words.known("field.\(fields[String(parts[0])] ?? String(parts[0]))") else { return String(line) }
      return "\(field):\(parts[1])"
    }
    return lines.joined(separator: "\n")
  }

  private static let fields = ["site.accent": "accent", "site.company": "companyAddress"]

  private static func imported(_ facts: [String], _ words: Words) -> String? {
    guard facts.count > 1, let state = words.known("log.import.\(facts[facts.count - 1])") else { return nil }
    return words.text("log.import", ["source": .text(facts.dropLast().joined(separator: " ")), "state": .text(state)])
  }

  private static func changed(_ facts: [String], in category: String?, _ words: Words) -> String? {
    let second = facts.count > 1 ? facts[1] : ""
    let key = "log.change.\(facts[0])"
    switch facts[0] {
    case "signUp.mode": return became("signUp", facts, words) { words.text("signUpMode.\($0)") }
    case "prevention", "backup", "topics": return words.text(key)
    case "site":
      let names = facts.dropFirst().map { words.text("field.\(fields[$0] ?? $0)") }
      return words.text("log.change.site", ["fields": .text(names.joined(separator: ", "))])
    case "site.logo", "site.icon": return words.text("\(key).\(second == "+" ? "put" : "off")")
    case "word", "entry", "invitation": return words.text("\(key).\(sign(second))")
    case "customers": return words.text("\(key).\(sign(second))", ["count": .number(Int(second.dropFirst()) ?? 0)])
    case "mail", "tag", "category":
      return words.known("\(key).\(second)") == nil ? nil : words.text("\(key).\(second)", ["name": .text(category ?? "")])
    case let text where text.hasPrefix("text."): return published(String(text.dropFirst("text.".count)), facts, words)
    case let first where first.hasPrefix("+") || first.hasPrefix("-"):
      return facts.map { right($0, words) }.joined(separator: " ")
    case let first where PlainSetting(rawValue: first) != nil:
      return became(first, facts, words) { words.text("setting.\(first).value", ["count": .number(Int($0) ?? 0)]) }
    default: return nil
    }
  }

  /// Of a fact such as `reviewHours 24 > 12`.
  private static func became(_ name: String, _ facts: [String], _ words: Words, _ value: (String) -> String) -> String? {
    guard facts.count == 4 else { return nil }
    return words.text(
      "log.change.setting",
      ["name": .text(words.text("setting.\(name)")), "before": .text(value(facts[1])), "after": .text(value(facts[3]))])
  }

  private static func published(_ kind: String, _ facts: [String], _ words: Words) -> String {
    let what = facts.last == "off" ? "off" : facts.last == "ask" ? "asked" : "published"
    return words.text("log.change.text.\(what)", ["text": .text(words.text("siteText.\(kind)"))])
  }

  /// Of a right such as `+helper.editTags`.
  private static func right(_ fact: String, _ words: Words) -> String {
    let parts = fact.dropFirst().split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return fact }
    return words.text(
      "log.change.right.\(sign(fact))",
      ["role": .text(words.text("roles.name.\(parts[0])")), "action": .text(words.text("action.\(parts[1])"))])
  }

  private static func sign(_ fact: String) -> String {
    switch fact.first {
    case "+": "added"
    case "-": "removed"
    default: "changed"
    }
  }
}
