/// Puts one topic together from phrases, from a stream of numbers that belongs to this topic alone.
struct TopicWriter {
  let community: SeededCommunity
  let index: Int
  let nth: Int
  var random: SplitMix
  /// What `{Word}` slots chose in this conversation.
  var kept: [Grammar.RuleID: [UInt8]] = [:]
  /// How many members were there when it was opened.
  var present = 0
  /// Posts by kind in a community like this: most topics are short.
  private static let lengths = [0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 6, 7, 9, 13]

  /// Members of every community who are nobody's staff.
  private static let bakers: [Int] = [SeedCast.kai, .mei, .tomas, .zoe, .omar].map(\.rawValue)

  init(community: SeededCommunity, index: Int, nth: Int) {
    self.community = community
    self.index = index
    self.nth = nth
    random = SplitMix(seed: community.seed, salt: 0x74_6F70_6963, index: index)
  }

  var book: Phrasebook { community.phrasebook }

  mutating func write() -> SeedTopic {
    let opened = community.calendar.opened(nth: nth, jitter: random.unit())
    present = community.calendar.present(at: opened)
    let length = self.length()
    let subject = self.subject(length: length)
    let author = asker()
    let matters = book.grammar.count(subject.opening)
    let matter = random.below(matters)
    let title = Prose.finished(say(subject.title, matter + matters * random.below(book.grammar.count(subject.title) / matters)))
    var body = say(subject.opening, matter)
    if subject.lang == nil { surround(&body, question: subject.kind == .question) }
    var opening = Prose.finished(body)
    let edits = edit(&opening, adding: book.addendum, by: author, at: opened, lang: subject.lang)
    var thread = ThreadWriter(
      subject: subject, matter: matter, opened: opened, asker: author, opening: opening, pace: length > 30 ? 30 / Double(length) : 1)
    for _ in 0..<length { thread.add(with: &self) }
    let solved = thread.close(with: &self)
    let reach = length + thread.posts.reduce(0) { $0 + $1.voters.count }
    return SeedTopic(
      index: index, kind: subject.kind, title: title, category: subject.category, tags: someTags(subject.tags), author: author,
      createdAt: opened, body: opening, lang: subject.lang, voters: crowd(random.leaning(below: 4 + length / 3), except: author),
      meToos: subject.kind == .question ? crowd(random.leaning(below: 5), except: author) : [],
      views: 4 + random.within(6...19) * (1 + reach) + random.leaning(below: 400), edits: edits, posts: thread.posts, solvedNote: solved)
  }

  /// One in 500 has 400 posts and one in 130 more than two pages, whatever the seed.
  private mutating func length() -> Int {
    if nth % 500 == 137 { return 400 }
    if nth % 130 == 41 { return random.within(61...110) }
    return random.pick(Self.lengths)
  }

  private mutating func subject(length: Int) -> CompiledSubject {
    if length > 110 || (length > 60 && random.chance(0.8)) { return random.pick(book.discussions) }
    if length < 30 && random.chance(0.07) { return random.pick(book.foreign) }
    return random.chance(0.74) ? random.pick(book.questions) : random.pick(book.discussions)
  }

  mutating func say(_ rule: Grammar.RuleID) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(256)
    book.grammar.say(rule, keeping: &kept, with: &random, to: &text)
    return text
  }

  mutating func say(_ rule: Grammar.RuleID, _ choice: Int) -> [UInt8] {
    var text: [UInt8] = []
    book.grammar.say(rule, choice, keeping: &kept, with: &random, to: &text)
    return text
  }

  private mutating func surround(_ body: inout [UInt8], question: Bool) {
    let gap = Array("\n\n".utf8)
    if random.chance(0.4) { body = say(book.intro) + gap + body }
    guard question else { return }
    if random.chance(0.45) { body += gap + say(book.extra) }
    if random.chance(0.75) { body += gap + say(book.ask) }
  }

  /// Some texts were changed later: the text stands as it is now, with what stood there before.
  mutating func edit(_ text: inout String, adding rule: Grammar.RuleID, by author: Int, at time: Int64, lang: String?) -> [SeedEdit] {
    guard lang == nil, random.chance(0.06) else { return [] }
    let before = text
    text += "\n\n" + Prose.finished(say(rule))
    let later = community.calendar.rhythm.time(Double(random.within(3...600)), after: time)
    return [SeedEdit(by: author, at: sooner(later, after: time), before: before)]
  }

  /// `time`, or, where that would be the future, a moment between the two.
  func sooner(_ time: Int64, after earlier: Int64) -> Int64 {
    min(time, earlier + (community.endingAt - earlier) / 8)
  }

  private mutating func someTags(_ tags: [Int]) -> [Int] {
    let first = random.below(tags.count)
    let count = min(tags.count, [0, 1, 1, 1, 2, 2, 2, 3, 3, 4][random.below(10)])
    return (0..<count).map { tags[(first + $0) % tags.count] }
  }

  /// Many who ask have just joined.
  private mutating func asker() -> Int {
    let nth = random.chance(0.4) ? present - 1 - random.leaning(below: present) : random.below(present)
    return community.calendar.person(nth)
  }

  /// Few people answer most. Without `company`, bakers only: its people answer questions and leave the talk to others.
  mutating func answerer(besides other: Int, company: Bool = true) -> Int {
    let chosen: Int =
      switch random.below(20) {
      case 0..<3: random.pick(SeedCast.staff)
      case 3..<6: random.pick(SeedCast.helpers)
      default: community.calendar.person(random.leaning(below: random.leaning(below: present) + 1))
      }
    let fits = chosen != other && chosen < community.memberCount && (company || !SeedCast.company.contains(chosen))
    if fits { return chosen }
    if !company { return random.pick(Self.bakers.filter { $0 != other }) }
    return community.calendar.person((other + 1) % min(present, SeedCast.omar.rawValue + 1))
  }

  mutating func crowd(_ count: Int, except author: Int) -> [Int] {
    let calendar = community.calendar
    return Crowd.distinct(count, of: present, except: author, with: &random) { calendar.person($0) }
  }
}
