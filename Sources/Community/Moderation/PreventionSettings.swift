package import Database

/// What is held until a person has looked, and how much may be done in a day, by how well a member is known.
package struct PreventionSettings: Sendable, Equatable {
  /// How many of one thing there may be.
  package struct Allowance: Sendable, Equatable {
    package var new: Int
    package var settled: Int
    package init(new: Int, settled: Int) { (self.new, self.settled) = (new, settled) }
  }

  /// What is counted, each with its setting.
  package enum Counted: String, Sendable, CaseIterable {
    /// In one text: more is held.
    case links, mentions, pictures
    /// In a day: more has to wait.
    case topics, posts, edits, votes, follows

    package static let inText: [Counted] = [.links, .mentions, .pictures]
    /// The most that may be set.
    package var most: Int { Counted.inText.contains(self) ? absurd : 10_000 }
  }

  /// What becomes of a form that was sent faster than anybody reads it.
  package enum Pace: String, Sendable, CaseIterable {
    /// Nothing.
    case off
    /// A text with a link in it is held.
    case withLinks
    /// Everything so sent is held.
    case always
  }

  /// How many posts of a new member must have been let through before the next ones are not held.
  package var firstPosts: Int
  package var allowed: [Counted: Allowance]
  package var pace: Pace

  /// The most of one thing anybody may set, and more than which nobody's text is taken: said beside the field.
  package static let absurd = 50
  package static let mostFirstPosts = 2

  package static let defaults = PreventionSettings(
    firstPosts: 0,
    allowed: [
      .links: Allowance(new: 3, settled: 10), .mentions: Allowance(new: 3, settled: 10), .pictures: Allowance(new: 4, settled: 12),
      .topics: Allowance(new: 3, settled: 20), .posts: Allowance(new: 10, settled: 100), .edits: Allowance(new: 50, settled: 300),
      .votes: Allowance(new: 100, settled: 500), .follows: Allowance(new: 100, settled: 500),
    ], pace: .withLinks)

  package init(firstPosts: Int, allowed: [Counted: Allowance], pace: Pace) {
    self.firstPosts = firstPosts
    self.allowed = allowed
    self.pace = pace
  }

  package func allowance(_ counted: Counted) -> Allowance { allowed[counted] ?? Allowance(new: counted.most, settled: counted.most) }

  /// A value that is missing or that this program does not know is the default.
  package static func load(in tx: Transaction) throws -> PreventionSettings {
    var settings = defaults
    let values = try SettingChange.values(
      of: [Key.firstPosts, Key.pace] + Counted.allCases.flatMap { [Key.new($0), Key.settled($0)] }, in: tx)
    func number(_ key: String, _ standard: Int, most: Int) -> Int {
      values[key].flatMap(Int.init).map { min(max($0, 0), most) } ?? standard
    }
    settings.firstPosts = number(Key.firstPosts, settings.firstPosts, most: mostFirstPosts)
    for counted in Counted.allCases {
      let standard = settings.allowance(counted)
      settings.allowed[counted] = Allowance(
        new: number(Key.new(counted), standard.new, most: counted.most),
        settled: number(Key.settled(counted), standard.settled, most: counted.most))
    }
    settings.pace = values[Key.pace].flatMap(Pace.init) ?? settings.pace
    return settings
  }

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func save(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let before = try Self.load(in: tx)
    guard before != self else { return }
    if firstPosts != before.firstPosts { try SettingChange.put(Key.firstPosts, String(firstPosts), by: actor, in: tx) }
    if pace != before.pace { try SettingChange.put(Key.pace, pace.rawValue, by: actor, in: tx) }
    for counted in Counted.allCases {
      let (now, then) = (allowance(counted), before.allowance(counted))
      if now.new != then.new { try SettingChange.put(Key.new(counted), String(now.new), by: actor, in: tx) }
      if now.settled != then.settled { try SettingChange.put(Key.settled(counted), String(now.settled), by: actor, in: tx) }
    }
    try SettingChange.log("prevention \(before.line) > \(line)", by: actor, in: tx)
  }

  /// All of it in one short line, for the log.
  private var line: String {
    let counts = Counted.allCases.map { "\(allowance($0).new)/\(allowance($0).settled)" }.joined(separator: " ")
    return "\(firstPosts) \(pace.rawValue) \(counts)"
  }

  private enum Key {
    static let firstPosts = "prevention.firstPosts"
    static let pace = "prevention.pace"
    static func new(_ counted: Counted) -> String { "prevention.\(counted.rawValue).new" }
    static func settled(_ counted: Counted) -> String { "prevention.\(counted.rawValue).settled" }
  }
}
