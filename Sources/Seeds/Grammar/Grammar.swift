/// Phrases with slots, compiled once. `{word}` is chosen anew each time, `{Word}` once per conversation, so that answers
/// speak of the same loaf as the question; `{3-9}` is a number.
struct Grammar: Sendable {
  typealias RuleID = Int

  private enum Piece: Sendable {
    case text([UInt8])
    case free(RuleID)
    case kept(RuleID)
    case number(Int, Int)
  }

  private var alternatives: [[[Piece]]] = []
  private var names: [String: RuleID] = [:]

  /// Long lists lean to their first entries, as words do; short ones are even.
  private static let longList = 16

  /// The first rule stands for every name that is not there.
  init(_ rules: [(name: String, phrases: [String])]) {
    for (id, rule) in rules.enumerated() { names[rule.name] = id }
    alternatives = rules.map { rule in rule.phrases.map { compile($0) } }
  }

  func rule(_ name: String) -> RuleID {
    names[name, default: 0]
  }

  /// Appends one phrase of a rule; what `{Word}` slots chose stays in `kept`.
  func say(_ rule: RuleID, keeping kept: inout [RuleID: [UInt8]], with random: inout SplitMix, to text: inout [UInt8]) {
    let count = alternatives[rule].count
    let choice = count > Self.longList ? random.leaning(below: count) : random.below(count)
    say(rule, choice, keeping: &kept, with: &random, to: &text)
  }

  func count(_ rule: RuleID) -> Int { alternatives[rule].count }

  /// Appends one certain phrase of a rule.
  func say(_ rule: RuleID, _ choice: Int, keeping kept: inout [RuleID: [UInt8]], with random: inout SplitMix, to text: inout [UInt8]) {
    for piece in alternatives[rule][choice] {
      switch piece {
      case .text(let bytes): text.append(contentsOf: bytes)
      case .free(let slot): say(slot, keeping: &kept, with: &random, to: &text)
      case .number(let low, let high): text.append(contentsOf: String(random.within(low...high)).utf8)
      case .kept(let slot):
        if let bytes = kept[slot] {
          text.append(contentsOf: bytes)
        } else {
          var bytes: [UInt8] = []
          say(slot, keeping: &kept, with: &random, to: &bytes)
          kept[slot] = bytes
          text.append(contentsOf: bytes)
        }
      }
    }
  }

  private func compile(_ phrase: String) -> [Piece] {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    var slot: [UInt8]?
    for byte in phrase.utf8 {
      switch (byte, slot) {
      case (UInt8(ascii: "{"), nil): slot = []
      case (UInt8(ascii: "}"), let name?):
        if !text.isEmpty { pieces.append(.text(text)) }
        text = []
        pieces.append(piece(String(decoding: name, as: UTF8.self)))
        slot = nil
      case (_, .some): slot?.append(byte)
      case (_, nil): text.append(byte)
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  private func piece(_ slot: String) -> Piece {
    let bounds = slot.split(separator: "-").compactMap { Int($0) }
    if bounds.count == 2 { return .number(bounds[0], bounds[1]) }
    let lower = slot.lowercased()
    return lower == slot ? .free(rule(lower)) : .kept(rule(lower))
  }
}
