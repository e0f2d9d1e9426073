import Community
import Database
import ForumSupport
import TestSupport
import Testing

/// A forum in which dice decided what everybody did. Told twice with the same dice it has the same rows, and where `changed` says so other words.
struct RandomWorld: Sendable {
  /// Where a text stands, which says who may read it.
  enum Place: Sendable {
    case post(PostID)
    /// What a post said before a moderator hid that version.
    case version(PostID)
    case category(CategoryID)
    /// A draft, a message, a note: for these people alone.
    case only(Set<Person>)
  }

  let forum: TestForum
  let places: [Place]
  let topicCount: Int
  let postCount: Int
  /// How often each act succeeded.
  let done: [String: Int]

  static let steps = 90
  /// What stands in the text, as it is looked for.
  static func word(_ number: Int, isChanged: Bool) -> String { isChanged ? "quagga\(number)" : "zebra\(number)" }

  init(seed: UInt64, changed: Set<Int>) async throws {
    let teller = try await Teller(seed: seed, changed: changed)
    try await teller.tell()
    forum = teller.forum
    places = teller.places
    topicCount = teller.topics.count
    postCount = teller.posts.count
    done = teller.done
    try await forum.settle()
  }

  /// The numbers of the texts that somebody may not read. Whoever wrote something near a text, or looks after its category, is not asked about it.
  func secrets(of person: Person?) async throws -> Set<Int> {
    var secrets: Set<Int> = []
    for (number, place) in places.enumerated() where try await isSecret(place, to: person) { secrets.insert(number) }
    return secrets
  }

  private func isSecret(_ place: Place, to person: Person?) async throws -> Bool {
    switch place {
    case .only(let people): return person.map { !people.contains($0) } ?? true
    case .category(let category): return try await !sees(category, person)
    case .version(let post): return try await isForeign(post, to: person)
    case .post(let post):
      let category: CategoryID? = try await forum.store.read { tx in
        try tx.value("SELECT category_id FROM topic JOIN post ON post.topic_id = topic.id WHERE post.id = \(post)")
      }
      if try await !sees(try #require(category), person) { return true }
      let isGone = try await forum.store.number(
        """
        SELECT count(*) FROM post JOIN topic ON topic.id = post.topic_id LEFT JOIN post parent ON parent.id = post.parent_id
        WHERE post.id = \(post) AND (post.hidden = TRUE OR post.deleted_at IS NOT NULL OR topic.hidden = TRUE OR topic.deleted_at IS NOT NULL
          OR parent.hidden = TRUE OR parent.deleted_at IS NOT NULL)
        """)
      guard isGone > 0, person != .mei else { return false }
      return try await isForeign(post, to: person)
    }
  }

  private func isForeign(_ post: PostID, to person: Person?) async throws -> Bool {
    if try await isNear(post, person) { return false }
    return try await !keepsOrder(person, at: post)
  }

  private func sees(_ category: CategoryID, _ person: Person?) async throws -> Bool {
    let role = (person?.role).map(\.rawValue) ?? "visitor"
    return try await forum.store.number(
      "SELECT count(*) FROM category_access WHERE category_id = \(category) AND role = \(role) AND may_see = TRUE") > 0
  }

  /// Whether they wrote it, what it answers, or the question it stands under.
  private func isNear(_ post: PostID, _ person: Person?) async throws -> Bool {
    guard let person else { return false }
    return try await forum.store.number(
      """
      SELECT count(*) FROM post JOIN topic ON topic.id = post.topic_id LEFT JOIN post parent ON parent.id = post.parent_id
      JOIN member ON member.id IN (post.author_id, topic.author_id, parent.author_id)
      WHERE post.id = \(post) AND member.handle = \(person.handle)
      """) > 0
  }

  /// The moderator and the admin, and whoever looks after the category.
  private func keepsOrder(_ person: Person?, at post: PostID) async throws -> Bool {
    guard let person else { return false }
    if [.tomas, .noor, .mei].contains(person) { return true }
    return try await forum.store.number(
      """
      SELECT count(*) FROM post JOIN topic ON topic.id = post.topic_id
      JOIN category_moderator ON category_moderator.category_id = topic.category_id
      JOIN member ON member.id = category_moderator.member_id WHERE post.id = \(post) AND member.handle = \(person.handle)
      """) > 0
  }
}

/// Lets everybody do things at random. What somebody may not do is left out, and the dice are rolled again.
private final class Teller {
  let forum: TestForum
  private let changed: Set<Int>
  private var cast: [Person: Actor]
  private var dice: Dice
  private var categories: [CategoryID] = []
  private(set) var places: [RandomWorld.Place] = []
  private(set) var topics: [TopicID] = []
  private(set) var posts: [PostID] = []
  private(set) var done: [String: Int] = [:]
  private var talks: [(ConversationID, [Person])] = []
  private var step = 0

  init(seed: UInt64, changed: Set<Int>) async throws {
    (dice, self.changed) = (Dice(seed: seed), changed)
    forum = try await TestForum.make()
    cast = try await forum.store.addCast()
    for access in [CategoryAccess.everyone, .everyone, .members, .staff] {
      let name = "Room \(word())"
      categories.append(try await forum.store.addCategory(name, access))
      places.append(.category(categories[categories.count - 1]))
    }
    let kai = try who(.kai).id
    try await forum.store.letModerate(kai, categories[1])
    cast[.kai] = try await forum.store.actor(kai)
  }

  func tell() async throws {
    for step in 1...RandomWorld.steps {
      self.step = step
      forum.store.clock.advance(.minutes(Int64(20 + dice.number(below: 300))))
      let act = topics.count < 6 ? 0 : dice.number(below: 24)
      let (count, before) = (places.count, done)
      do { try await perform(act) } catch is ForumError {
        // What was refused left nothing, so nothing stands anywhere.
        places.removeLast(places.count - count)
        done = before
      }
    }
    try await consent()
  }

  /// Everybody lets themselves be suggested and asked; twenty more do, so that somebody is.
  private func consent() async throws {
    let (now, everybody) = (forum.store.clock.now, MatchChoices(suggestMe: true, askMe: true, usePosts: true, useReading: true))
    let actors = Array(cast.values).sorted { $0.id < $1.id }
    try await forum.store.write { tx in
      for actor in actors { try SetMatchChoices(everybody).perform(by: actor, in: tx) }
      for number in 1...20 {
        let guest: MemberID? = try tx.value(
          """
          INSERT INTO member (name, handle, role, created_at) VALUES (\("Guest \(number)"), \("guest-\(number)"), 'member', \(now)) RETURNING id
          """)
        try tx.run(
          """
          INSERT INTO matching_choice (member_id, suggest_me, ask_me, use_posts, use_reading, at)
          VALUES (\(try #require(guest)), TRUE, FALSE, TRUE, FALSE, \(now))
          """)
      }
    }
  }

  /// The word of the text that comes next.
  private func word() -> String { RandomWorld.word(places.count, isChanged: changed.contains(places.count)) }
  /// A text that is longer, and says more of what others say, where it is changed.
  private func text() -> String {
    let isChanged = changed.contains(places.count)
    let mention = dice.pick(["", "", " Ask @sam.", " See https://shop.example/a."])
    return "\(word()) oven" + (isChanged ? " smoke lamp oven oven kettle **smoke** and more of it" : " smoke") + mention
  }
  private func somebody() throws -> (Person, Actor) {
    let person = dice.pick([Person.ana, .kai, .mei, .tomas, .noor, .omar, .sam])
    return (person, try who(person))
  }
  private func who(_ person: Person) throws -> Actor { try #require(cast[person]) }
  private func key() -> String { "world-key-\(step)" }
  private func note() throws -> PlainNote { try PlainNote(text()) }

  private func perform(_ act: Int) async throws {
    switch act {
    case 0...2: try await open()
    case 3...12: try await write(act)
    case 13...17: try await keepOrder(act)
    case 18...20: try await talk(act)
    default: try await mark(act)
    }
    done["\(act)", default: 0] += 1
  }

  private func open() async throws {
    let (actor, category) = (try somebody().1, dice.pick(categories))
    let (body, word, tag) = (text(), word(), dice.pick(["oven", "oven, \(word())", "smoke", ""]))
    let topic = try await forum.store.open(
      "\(word) oven", by: actor, in: category, kind: dice.pick([.question, .question, .discussion]), body: body, tags: tag, key: key())
    topics.append(topic)
    try await stands(try await forum.store.opening(of: topic))
  }

  private func stands(_ post: PostID) async throws {
    posts.append(post)
    places.append(.post(post))
  }

  private func write(_ act: Int) async throws {
    let (person, actor) = try somebody()
    let (topic, post, body) = (dice.pick(topics), dice.pick(posts), text())
    switch act {
    case 3...7: try await stands(try await forum.store.reply(body, to: topic, by: actor, key: key()))
    case 8, 9: try await stands(try await forum.store.remark(body, on: post, by: actor, key: key()))
    case 10:
      // What it said until now is hidden; what it says from now on stands.
      guard let number = places.firstIndex(where: { if case .post(post) = $0 { true } else { false } }) else { return }
      try await forum.store.edit(post, to: "Said better \(step).", by: actor)
      try await forum.store.write { tx in try tx.run("UPDATE post_version SET hidden = TRUE WHERE post_id = \(post)") }
      let isOpening = try await forum.store.number("SELECT coalesce(number, 0) FROM post WHERE id = \(post)") == 1
      // The title and the tags of a topic stand on.
      if !isOpening { places[number] = .version(post) }
    default:
      let place: DraftPlace = dice.pick([.reply(topic), .remark(post), .ask, .privately])
      var draft = DraftText(body: body)
      draft.title = word()
      let begun = draft
      _ = try await forum.store.write { tx in try SaveDraft(begun, at: place, stamp: DraftStamp(version: 0)).perform(by: actor, in: tx) }
      places.append(.only([person]))
    }
  }

  private func keepOrder(_ act: Int) async throws {
    let (post, judge, reporter) = (dice.pick(posts), try who(dice.pick([.tomas, .noor])), try who(.sam))
    switch act {
    case 13:
      let report = FileReport(.post(post), reason: dice.pick([.spam, .unkind, .danger]), note: try note())
      try await forum.store.write { tx in try report.perform(by: .member(reporter), in: tx) }
      places.append(.only([.sam, .tomas, .noor, .kai]))
    case 14:
      try await forum.store.write { tx in try Review.hold(post, because: .links, in: tx) }
    case 15:
      let person = try somebody().1
      try await forum.store.write { tx in try DeletePost(post: post).perform(by: person, in: tx) }
    default:
      let why = ModeratePost.Why(rule: .spam, words: .none, note: try note())
      let verdict: Decide.Verdict = dice.pick([.hide, .hide, .delete, .fine])
      try await forum.store.write { tx in
        let review = try ClaimReview.take(.post(post), by: judge, in: tx)
        try Decide(review, verdict, why: why).perform(by: judge, in: tx)
      }
      places.append(.only([.tomas, .noor, .kai]))
    }
  }

  private func talk(_ act: Int) async throws {
    let (person, actor) = try somebody()
    let body = text()
    switch act {
    case 18:
      let other = dice.pick([Person.mei, .tomas, .noor].filter { $0 != person })
      let written = try await forum.store.write(body, to: try who(other), by: actor, key: key())
      talks.append((written.conversation, [person, other]))
      places.append(.only([person, other]))
    case 19:
      let conversation = try await forum.store.askPrivately("\(word()) alone", body: body, by: actor, key: key())
      talks.append((conversation, [person, .mei, .noor]))
      places.append(.only([person, .mei, .noor]))
    default:
      guard !talks.isEmpty else { return }
      let (conversation, people) = dice.pick(talks)
      try await forum.store.write(body, in: conversation, by: try who(dice.pick(people)), key: key())
      places.append(.only(Set(people)))
    }
  }

  private func mark(_ act: Int) async throws {
    let (actor, topic, post) = (try somebody().1, dice.pick(topics), dice.pick(posts))
    let level = dice.pick([FollowLevel.follow, .everything, .mail, .mute])
    try await forum.store.write { tx in
      switch act {
      case 21: try VotePost(post: post, wanted: true).perform(by: actor, in: tx)
      case 22:
        try SayMeToo(topic: topic, wanted: true).perform(by: actor, in: tx)
        try SetFollow(.topic(topic), level).perform(by: actor, in: tx)
      default:
        try SetBookmark(post, wanted: true).perform(by: actor, in: tx)
        try AcceptAnswer(post: post).perform(by: actor, in: tx)
      }
    }
  }
}
