import Markup

/// The rules of words held against one text. Private messages never come here: what two people write each other no rule reads.
enum WordCheck {
  /// Throws ``ForumError/invalid(_:)`` with every field that has a blocked word, naming it.
  static func refuseBlocked(_ text: WrittenText, _ rules: [WordRule]) throws {
    let blocking = rules.filter { $0.act == .block }
    if blocking.isEmpty { return }
    var problems: [FieldProblem] = []
    if let title = text.title, let word = first(blocking, in: title.text) { problems.append(problem("title", word)) }
    if let word = first(blocking, in: text.body) { problems.append(problem("body", word)) }
    // A tag cannot be half taken: where other words should stand in it, it has to be another.
    let ofTags = rules.filter { $0.act != .hold }
    if let tags = text.tags, let word = first(ofTags, in: tags.names) { problems.append(problem("tags", word)) }
    if !problems.isEmpty { throw ForumError.invalid(problems) }
  }

  /// A name is taken as it is or not at all: any rule refuses it. Throws ``ForumError/invalid(_:)`` at `field`.
  static func refuse(name: String, field: String, _ rules: [WordRule]) throws {
    if let word = first(rules, in: name) { throw ForumError.invalid([problem(field, word)]) }
  }

  /// What a member says of themselves is public too. Throws ``ForumError/invalid(_:)`` at `bio`.
  static func refuseBlocked(bio: String, _ rules: [WordRule]) throws {
    if let word = first(rules.filter { $0.act == .block }, in: bio) { throw ForumError.invalid([problem("bio", word)]) }
  }

  /// The first rule of this kind that is met anywhere.
  static func first(_ act: WordRule.Act, _ text: WrittenText, _ rules: [WordRule]) -> WordRule? {
    rules.first { rule in
      guard rule.act == act else { return false }
      return text.title.flatMap { first([rule], in: $0.text) } != nil || first([rule], in: text.body) != nil
        || text.tags.flatMap { first([rule], in: $0.names) } != nil
    }
  }

  /// With other words where rules say so. Rendered anew only where one was met, which is seldom. Throws ``ForumError/invalid(_:)`` where the
  /// other words are too long for the field.
  static func replaced(_ text: WrittenText, _ rules: [WordRule]) throws -> WrittenText {
    let rules = rules.filter { $0.act == .replace }
    if rules.isEmpty { return text }
    var text = text
    if let title = text.title, let changed = replaced(title.text, FoldedText(title.text), rules) {
      do throws(Problem) { text.title = try TopicTitle(changed) } catch { throw ForumError.invalid([FieldProblem("title", error)]) }
    }
    if let changed = replaced(text.body.source, text.body.facts.source, rules) {
      do throws(Problem) { text.body = try text.body.saying(changed) } catch { throw ForumError.invalid([FieldProblem("body", error)]) }
    }
    return text
  }

  private static func replaced(_ text: String, _ folded: FoldedText, _ rules: [WordRule]) -> String? {
    let places = rules.flatMap { rule in rule.pattern.places(in: folded).map { (range: $0, by: rule.replacement) } }
    return places.isEmpty ? nil : WordRulesMet.replacing(places, in: text)
  }

  private static func first(_ rules: [WordRule], in body: PostBody) -> String? {
    for rule in rules {
      if let place = rule.pattern.places(in: body.facts.shown).first { return WordRulesMet.words(body.rendered.text, at: place) }
      if let place = rule.pattern.places(in: body.facts.source).first { return WordRulesMet.words(body.source, at: place) }
    }
    return nil
  }

  private static func first(_ rules: [WordRule], in text: String) -> String? {
    let folded = FoldedText(text)
    for rule in rules { if let place = rule.pattern.places(in: folded).first { return WordRulesMet.words(text, at: place) } }
    return nil
  }

  private static func first(_ rules: [WordRule], in tags: [TagName]) -> String? {
    for tag in tags { if let word = first(rules, in: tag.text) { return word } }
    return nil
  }

  private static func problem(_ field: String, _ word: String) -> FieldProblem {
    FieldProblem(field, Problem(.wordBlocked, word: word))
  }
}
