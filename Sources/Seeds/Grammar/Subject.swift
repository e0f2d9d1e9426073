/// Something people of the community talk about again and again, with phrases for each part of the talk.
struct Subject: Sendable {
  let kind: SeedTopicKind
  let category: String
  let tags: [String]
  var lang: String?
  /// A title belongs to the opening at its place, counted round: there are as many, or twice as many.
  let titles: [String]
  let openings: [String]
  /// Answers of a question, replies of a discussion; the first ones belong to the openings, one each.
  let turns: [String]
  /// The rule for remarks and for short replies.
  var remarks = "remark"

  static let all: [Subject] = kitchen + counter + machines + talk + otherLanguages
}

/// A subject whose phrases are compiled and whose category and tags are indexes.
struct CompiledSubject: Sendable {
  let kind: SeedTopicKind
  let category: Int
  let tags: [Int]
  let lang: String?
  let title: Grammar.RuleID
  let opening: Grammar.RuleID
  let turn: Grammar.RuleID
  let remark: Grammar.RuleID
  /// What the asker says below an answer.
  let thanks: Grammar.RuleID
}

/// Everything the generated conversations are made of.
struct Phrasebook: Sendable {
  let grammar: Grammar
  let questions: [CompiledSubject]
  let discussions: [CompiledSubject]
  let foreign: [CompiledSubject]
  let intro, ask, extra, closing, addendum, afterthought, secondOpinion, nod, solved, bio, shortBio: Grammar.RuleID

  init(categories: [SeedCategory], tags: [SeedTag]) {
    var rules = Vocabulary.words + Vocabulary.sentences + Vocabulary.otherLanguages
    for (index, subject) in Subject.all.enumerated() {
      rules.append(("\(index).title", subject.titles))
      rules.append(("\(index).opening", subject.openings))
      rules.append(("\(index).turn", subject.turns))
    }
    let grammar = Grammar(rules)
    let categoryIndex = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1.slug, $0) })
    let tagIndex = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1.name, $0) })
    let compiled = Subject.all.enumerated().map { index, subject in
      CompiledSubject(
        kind: subject.kind, category: categoryIndex[subject.category] ?? 0, tags: subject.tags.compactMap { tagIndex[$0] },
        lang: subject.lang, title: grammar.rule("\(index).title"), opening: grammar.rule("\(index).opening"),
        turn: grammar.rule("\(index).turn"), remark: grammar.rule(subject.remarks),
        thanks: grammar.rule(subject.lang == nil ? "thanks" : subject.remarks))
    }
    self.grammar = grammar
    questions = compiled.filter { $0.kind == .question && $0.lang == nil }
    discussions = compiled.filter { $0.kind == .discussion && $0.lang == nil }
    foreign = compiled.filter { $0.lang != nil }
    intro = grammar.rule("intro")
    ask = grammar.rule("ask")
    extra = grammar.rule("extra")
    closing = grammar.rule("closing")
    addendum = grammar.rule("addendum")
    afterthought = grammar.rule("afterthought")
    secondOpinion = grammar.rule("second_opinion")
    nod = grammar.rule("nod")
    solved = grammar.rule("solved")
    bio = grammar.rule("bio")
    shortBio = grammar.rule("shortbio")
  }
}
