import Database

/// What stands between a text and everybody: the rules of words, what newcomers may write at once, and forms that no person filled in.
/// One call in each use case that publishes, and one at its end:
///
///     let checked = try Prevention.check(WrittenText(body: body), by: actor, in: tx)
///     let post = try checked.text.body.insert(...)
///     try checked.settle(post, in: tx)
package enum Prevention {
  /// What may be published, and whether a person has to look first.
  package struct Checked: Sendable {
    /// With other words where a rule says so.
    let text: WrittenText
    /// Why it is held; nil where it is not.
    let hold: ActRule?

    /// Holds the post that was written, where it has to be.
    func settle(_ post: PostID, in tx: Transaction) throws {
      if let hold { try Review.hold(post, because: hold, in: tx) }
    }
  }

  /// Throws ``ForumError/invalid(_:)`` beside `title`, `body` or `tags` for a blocked word, naming it, and for more links, mentions or pictures than
  /// anybody needs.
  /// Of a post that is edited, only what the edit brings is held.
  static func check(
    _ text: WrittenText, by actor: Actor, suspicion: Suspicion = .none, editing post: PostID? = nil, in tx: Transaction
  ) throws -> Checked {
    var text = text
    let rules = try WordRules.load(in: tx)
    try WordCheck.refuseBlocked(text, rules)
    text = try WordCheck.replaced(text, rules)
    let facts = text.body.facts
    let settings = try PreventionSettings.load(in: tx)
    guard !isNeverHeld(actor) else { return Checked(text: text, hold: nil) }
    try refuseAbsurd(facts)
    let old = try post.flatMap { try StoodBefore.find($0, in: tx) }
    if try HeldMember.isHeld(actor, in: tx) { return Checked(text: text, hold: .approval) }
    if let rule = WordCheck.first(.hold, text, rules), old?.has(rule) != true {
      return Checked(text: text, hold: try isTrusted(actor, in: tx) ? nil : .words)
    }
    let counts = settings.firstPosts > 0 && !actor.viewer.isSettled && post == nil
    let standing = counts ? try postsThrough(of: actor, in: tx) : settings.firstPosts
    let hold = reason(
      facts, beyond: old?.counts ?? [:], isSettled: actor.viewer.isSettled, standing: standing, suspicion: suspicion, settings)
    return Checked(text: text, hold: try hold != nil && isTrusted(actor, in: tx) ? nil : hold)
  }

  /// Whoever has been here long and well is never held. Asked only where something would be.
  private static func isTrusted(_ actor: Actor, in tx: Transaction) throws -> Bool { try Trust.of(actor.id, in: tx)?.step == .trusted }

  /// The rule that holds a text, by facts alone; nil where none does. `old` is what stood there before an edit.
  static func reason(
    _ facts: TextFacts, beyond old: [PreventionSettings.Counted: Int] = [:], isSettled: Bool, standing: Int, suspicion: Suspicion,
    _ settings: PreventionSettings
  ) -> ActRule? {
    if suspicion == .trap { return .trap }
    if suspicion == .pace, settings.pace == .always || (settings.pace == .withLinks && facts.links > 0) { return .pace }
    for counted in PreventionSettings.Counted.inText {
      let allowed = settings.allowance(counted)
      let most = max(isSettled ? allowed.settled : allowed.new, old[counted] ?? 0)
      if facts.count(of: counted) > most { return counted.rule }
    }
    return !isSettled && standing < settings.firstPosts ? .firstPost : nil
  }

  /// Staff, helpers and moderators are never held.
  static func isNeverHeld(_ actor: Actor) -> Bool { actor.may(.skipLimits) || actor.viewer.role != .member }

  private static func refuseAbsurd(_ facts: TextFacts) throws {
    for counted in PreventionSettings.Counted.inText where facts.count(of: counted) > PreventionSettings.absurd {
      throw ForumError.invalid("body", counted.tooMany, PreventionSettings.absurd)
    }
  }

  /// Posts that stand.
  private static func postsThrough(of actor: Actor, in tx: Transaction) throws -> Int {
    try tx.value(
      """
      SELECT count(*) FROM (SELECT 1 FROM post JOIN topic ON topic.id = post.topic_id AND topic.deleted_at IS NULL AND NOT topic.hidden
        WHERE post.author_id = \(actor.id) AND post.deleted_at IS NULL AND NOT post.hidden LIMIT \(PreventionSettings.mostFirstPosts)) standing
      """) ?? 0
  }
}

/// What a form tells of who filled it in.
package enum Suspicion: Sendable, Equatable {
  case none
  /// It was sent faster than anybody reads it.
  case pace
  /// A field was filled in that no person sees.
  case trap
}

extension TextFacts {
  func count(of counted: PreventionSettings.Counted) -> Int {
    switch counted {
    case .links: links
    case .mentions: mentions
    case .pictures: pictures
    case .topics, .posts, .edits, .votes, .follows: 0
    }
  }
}

extension PreventionSettings.Counted {
  /// The rule by which more of it is held.
  var rule: ActRule {
    switch self {
    case .links: .links
    case .mentions: .mentions
    case .pictures: .pictures
    case .topics, .posts, .edits, .votes, .follows: .pace
    }
  }

  fileprivate var tooMany: Problem.Code {
    switch self {
    case .links: .linksTooMany
    case .mentions: .mentionsTooMany
    case .pictures: .picturesTooMany
    case .topics, .posts, .edits, .votes, .follows: .numberBad
    }
  }
}
