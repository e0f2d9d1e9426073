/// What follows an opening: who answers whom, when, and what helped.
struct ThreadWriter {
  let subject: CompiledSubject
  /// Which of the subject's openings this is; the answer at the same place speaks to it.
  let matter: Int
  let opened: Int64
  let asker: Int
  let opening: String
  /// Long threads are lively ones.
  let pace: Double
  private(set) var posts: [SeedPost] = []
  private var answers: [Int] = []
  private var last: Int64
  private var said = 0

  /// Minutes between one post and the next, each as likely as the others: from at once to two weeks.
  private static let gaps: [Double] = [1, 3, 6, 10, 16, 25, 40, 60, 90, 140, 210, 330, 520, 900, 1_700, 3_400, 7_000, 15_000]

  init(subject: CompiledSubject, matter: Int, opened: Int64, asker: Int, opening: String, pace: Double) {
    self.subject = subject
    self.matter = matter
    self.opened = opened
    self.asker = asker
    self.opening = opening
    self.pace = pace
    last = opened
  }

  mutating func add(with writer: inout TopicWriter) {
    last = next(after: last, with: &writer)
    if subject.kind == .discussion {
      reply(with: &writer)
    } else if writer.random.chance(answers.isEmpty ? 0.75 : 0.5) {
      answer(with: &writer)
    } else {
      remark(with: &writer)
    }
  }

  /// Marks what helped; says so where no single answer did.
  mutating func close(with writer: inout TopicWriter) -> SeedSolvedNote? {
    guard subject.kind == .question, posts.count > 0 else { return nil }
    if let first = answers.first, writer.random.chance(0.62) {
      accept(writer.random.chance(0.6) ? first : writer.random.pick(answers), with: &writer)
      if answers.count > 2 && writer.random.chance(0.08) { accept(answers[answers.count - 1], with: &writer) }
      return nil
    }
    guard subject.lang == nil, writer.random.chance(0.12) else { return nil }
    return SeedSolvedNote(by: asker, at: next(after: last, with: &writer), text: Prose.finished(writer.say(writer.book.solved)))
  }

  private func next(after time: Int64, with writer: inout TopicWriter) -> Int64 {
    let place = writer.random.unit() * Double(Self.gaps.count - 1)
    let low = Int(place)
    let minutes = Self.gaps[low] + (Self.gaps[low + 1] - Self.gaps[low]) * (place - Double(low))
    return writer.sooner(writer.community.calendar.rhythm.time(minutes * pace, after: time), after: time)
  }

  private mutating func answer(with writer: inout TopicWriter) {
    let author = answerer(with: &writer)
    let turns = writer.book.grammar.count(subject.turn)
    var body: [UInt8]
    let baker = !SeedCast.company.contains(author)
    if subject.lang == nil && baker && !answers.isEmpty && (writer.random.chance(0.65) || answers.count >= turns) {
      body = writer.say(writer.book.secondOpinion)
    } else {
      body = writer.say(subject.turn, (matter + answers.count) % turns)
    }
    if subject.lang == nil && writer.random.chance(0.6) {
      body += Array("\n\n".utf8) + writer.say(writer.book.closing)
    }
    answers.append(posts.count)
    append(.answer, author, Prose.finished(body), parent: nil, votes: writer.random.leaning(below: 9) - 1, with: &writer)
  }

  /// Somebody who has not answered here yet, where that is easily found.
  private func answerer(with writer: inout TopicWriter) -> Int {
    var author = writer.answerer(besides: asker)
    for _ in 0..<3 where answers.suffix(8).contains(where: { posts[$0].author == author }) {
      author = writer.answerer(besides: asker)
    }
    return author
  }

  private mutating func remark(with writer: inout TopicWriter) {
    let parent = answers.isEmpty || writer.random.chance(0.25) ? nil : writer.random.pick(answers)
    let spoken = parent.map { posts[$0].author } ?? asker
    let mayThank = parent != nil && posts.last?.author != asker
    let author = mayThank && writer.random.chance(0.6) ? asker : writer.answerer(besides: spoken, company: false)
    let words = author == asker && parent != nil ? subject.thanks : subject.remark
    append(
      .remark, author, Prose.finished(writer.say(words)), parent: parent, votes: writer.random.leaning(below: 4) - 1, with: &writer
    )
  }

  private mutating func reply(with writer: inout TopicWriter) {
    let parent = posts.isEmpty || writer.random.chance(0.6) ? nil : posts.count - 1 - writer.random.leaning(below: posts.count)
    let spoken = parent.map { posts[$0].author } ?? asker
    let author = parent != nil && spoken != asker && writer.random.chance(0.2) ? asker : writer.answerer(besides: spoken, company: false)
    let nods = writer.random.chance(0.2)
    var body = Prose.finished(nods ? writer.say(writer.book.nod) : turn(with: &writer))
    if let parent {
      switch writer.random.below(6) {
      case 0: body = "@\(writer.community.member(spoken).handle) " + body
      case 1: body = quote(posts[parent].body) + body
      default: break
      }
    } else if writer.random.chance(0.06) {
      body = quote(opening) + body
    }
    if writer.random.chance(0.25) { body += "\n\n" + Prose.finished(turn(with: &writer)) }
    append(.reply, author, body, parent: parent, votes: writer.random.leaning(below: 7) - 1, with: &writer)
  }

  /// The next thing to say about the subject: nothing twice before everything was said once.
  private mutating func turn(with writer: inout TopicWriter) -> [UInt8] {
    said += 1
    return writer.say(subject.turn, (matter + said) % writer.book.grammar.count(subject.turn))
  }

  private func quote(_ body: String) -> String {
    Prose.quotable(body).map { "> \($0)\n\n" } ?? ""
  }

  private mutating func append(
    _ kind: SeedPostKind, _ author: Int, _ text: String, parent: Int?, votes: Int, with writer: inout TopicWriter
  ) {
    var body = text
    let edits = writer.edit(&body, adding: writer.book.afterthought, by: author, at: last, lang: subject.lang)
    posts.append(
      SeedPost(
        kind: kind, author: author, createdAt: last, body: body, lang: subject.lang, parent: parent,
        voters: writer.crowd(votes, except: author), accepted: nil, edits: edits))
  }

  private mutating func accept(_ index: Int, with writer: inout TopicWriter) {
    let post = posts[index]
    guard post.accepted == nil else { return }
    let by: Int =
      switch writer.random.below(20) {
      case 0..<3: writer.random.pick(SeedCast.staff) % writer.community.memberCount
      case 3: SeedCast.sam.rawValue
      default: asker
      }
    let helped = post.voters + writer.crowd(writer.random.below(4), except: post.author).filter { !post.voters.contains($0) }
    posts[index] = SeedPost(
      kind: post.kind, author: post.author, createdAt: post.createdAt, body: post.body, lang: post.lang, parent: post.parent,
      voters: helped, accepted: SeedAcceptance(by: by, at: next(after: post.createdAt, with: &writer)), edits: post.edits)
  }
}
