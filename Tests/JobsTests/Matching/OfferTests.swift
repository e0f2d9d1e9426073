import Community
import Database
import Jobs
import Mail
import TestSupport
import Testing

@Suite("A question nobody has answered") struct OfferTests {
  @Test("is offered after the hours of its category, once, to three, each with a reason that can be looked up") func offered() async throws
  {
    let scene = try await OfferScene()
    let question = try await scene.ask()
    scene.store.clock.advance(.minutes(239))
    try await scene.askAround()
    #expect(try await scene.asked(question).isEmpty)
    scene.store.clock.advance(.minutes(1))
    try await scene.askAround()
    let asked = try await scene.asked(question)
    #expect(asked.count == 3 && Set(asked).isSubset(of: Set(scene.experts.map(\.id))))
    for expert in scene.experts {
      let isAsked = asked.contains(expert.id)
      #expect(try await scene.notices(of: expert) == (isAsked ? [.offered] : []))
      let offers = try await scene.offers(question, for: expert)
      guard isAsked else {
        #expect(offers.own == .none)
        continue
      }
      guard case .offered(let reason?) = offers.own, case .post(let post, _, _) = reason.place else {
        Issue.record("no reason for \(expert.id)")
        continue
      }
      let body: String? = try await scene.store.read { tx in try tx.value("SELECT body FROM post WHERE id = \(post)") }
      #expect(body?.lowercased().contains(reason.word.lowercased()) == true, "\(reason)")
    }
    // Its turn was its turn.
    for actor in scene.experts where asked.contains(actor.id) {
      try await scene.store.write { tx in try DeclineOffer(question).perform(by: actor, in: tx) }
    }
    scene.store.clock.advance(.hours(5))
    try await scene.askAround()
    #expect(try await scene.asked(question) == asked)
  }

  @Test("waits for its turn while matching is made ready") func preparing() async throws {
    let scene = try await OfferScene()
    let question = try await scene.ask()
    scene.store.clock.advance(.hours(4))
    try await OfferQuestions(MatchIndex(), scene.mailroom, store: scene.store, log: quiet).perform()
    #expect(try await scene.store.number("SELECT count(*) FROM topic WHERE offered_at IS NOT NULL") == 0)
    try await scene.askAround()
    #expect(try await scene.asked(question).count == 3)
  }

  @Test("asks nobody who may not or does not want to be asked, and others in their place") func whom() async throws {
    let scene = try await OfferScene(experts: 6)
    let ana = try scene.actor(.ana).id
    let away = scene.store.clock.now + .days(300)
    let rules: [(String, (MemberID) -> [SQL])] = [
      ("does not want to be asked", { ["UPDATE matching_choice SET ask_me = FALSE WHERE member_id = \($0)"] }),
      ("lets nothing be used", { ["UPDATE matching_choice SET use_posts = FALSE WHERE member_id = \($0)"] }),
      ("came with an import and never signed in", { ["UPDATE member SET imported = TRUE, password_hash = NULL WHERE id = \($0)"] }),
      ("is held", { ["UPDATE member SET held_at = 1 WHERE id = \($0)"] }),
      ("is suspended", { ["UPDATE member SET suspended_until = \(away) WHERE id = \($0)"] }),
      ("is silenced", { ["UPDATE member SET silenced_until = \(away) WHERE id = \($0)"] }),
      ("is away", { ["UPDATE member SET away_until = \(away) WHERE id = \($0)"] }),
      ("has no proven address", { ["UPDATE member SET email_verified_at = NULL WHERE id = \($0)"] }),
      ("is of the company", { ["UPDATE member SET role = 'staff' WHERE id = \($0)"] }),
      ("keeps order", { ["UPDATE member SET role = 'moderator' WHERE id = \($0)"] }),
      ("blocked the asker", { ["INSERT INTO member_block (member_id, blocked_id, at) VALUES (\($0), \(ana), 1)"] }),
      ("was blocked by the asker", { ["INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(ana), \($0), 1)"] }),
      (
        "muted the category",
        { ["INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\($0), 'category', \(scene.help), 'mute', 1)"] }
      ),
      (
        "may not answer there",
        {
          [
            "UPDATE member SET role = 'helper' WHERE id = \($0)",
            "UPDATE category_access SET may_reply = FALSE WHERE role = 'helper' AND category_id = \(scene.help)",
          ]
        }
      ),
    ]
    for (what, change) in rules {
      let scene = try await OfferScene(experts: 4)
      let question = try await scene.ask()
      scene.store.clock.advance(.hours(4))
      let first = scene.experts[0].id
      for statement in change(first) { try await scene.run(statement) }
      try await scene.askAround()
      #expect(try await scene.asked(question) == scene.experts.dropFirst().map(\.id), "who \(what)")
    }
  }

  @Test("is offered to nobody where there is no use in it or it is not for everybody") func which() async throws {
    // Every scene has the same numbers.
    let first = try await OfferScene(experts: 3)
    let (topic, help, ana) = (try await first.ask(), first.help, try first.actor(.ana).id)
    let old = first.store.clock.now + .hours(4) - .days(14)
    let changes: [(String, SQL)] = [
      ("answered", "UPDATE topic SET others_count = 1 WHERE id = \(topic)"),
      ("solved", "UPDATE topic SET solved_at = 1, solved_note = 'x', solved_by = author_id, solved_role = 'asker' WHERE id = \(topic)"),
      ("closed", "UPDATE topic SET locked_at = 1 WHERE id = \(topic)"),
      ("hidden", "UPDATE topic SET hidden = TRUE WHERE id = \(topic)"),
      ("removed", "UPDATE topic SET deleted_at = 1 WHERE id = \(topic)"),
      ("a discussion", "UPDATE topic SET kind = 'discussion' WHERE id = \(topic)"),
      ("a repetition", "UPDATE topic SET duplicate_of = 1 WHERE id = \(topic)"),
      ("older than two weeks", "UPDATE topic SET created_at = \(old) WHERE id = \(topic)"),
      ("for members alone", "UPDATE category_access SET may_see = FALSE WHERE role = 'visitor' AND category_id = \(help)"),
      ("sensitive", "UPDATE category SET sensitive = TRUE WHERE id = \(help)"),
      ("in a category that does not ask around", "UPDATE category SET ask_around_hours = 0 WHERE id = \(help)"),
      ("in a category that waits longer", "UPDATE category SET ask_around_hours = 5 WHERE id = \(help)"),
      ("archived", "UPDATE category SET archived_at = 1 WHERE id = \(help)"),
      ("brought along", "UPDATE member SET imported = TRUE, password_hash = NULL WHERE id = \(ana)"),
    ]
    for (what, change) in changes {
      let scene = try await OfferScene(experts: 3)
      let question = try await scene.ask()
      scene.store.clock.advance(.hours(4))
      try await scene.run(change)
      try await scene.askAround()
      #expect(try await scene.asked(question).isEmpty, "\(what)")
    }
    let scene = try await OfferScene(experts: 3)
    let question = try await scene.ask()
    try await scene.store.reply("I use a scale, by the way.", to: question, by: try scene.actor(.ana))
    scene.store.clock.advance(.hours(4))
    try await scene.askAround()
    #expect(try await scene.asked(question).count == 3, "a reply of its asker is no answer")
  }

  @Test("is looked at again in the write: whoever dropped out meanwhile is not asked") func again() async throws {
    let scene = try await OfferScene(experts: 5)
    let question = try await scene.ask()
    scene.store.clock.advance(.hours(4))
    try await KeepMatchIndex(scene.index, store: scene.store, log: quiet).keepUp()
    let index = scene.index
    let turn = try #require(try await scene.store.read { tx in try AskAround.next(index, in: tx) })
    for expert in scene.experts.prefix(2) { try await scene.choose(expert, ask: false) }
    let told = try await scene.store.write { tx in try turn.perform(in: tx) }
    #expect(try await scene.asked(question) == scene.experts.suffix(3).map(\.id))
    #expect(Set(told.map(\.member)) == Set(scene.experts.suffix(3).map(\.id)))
    #expect(try await scene.store.write { tx in try turn.perform(in: tx) }.isEmpty, "twice is once")
  }

  @Test("is offered nowhere any more in the moment in which it should not be") func withdrawn() async throws {
    let scene = try await OfferScene(experts: 3)
    let question = try await scene.ask()
    scene.store.clock.advance(.hours(4))
    try await scene.askAround()
    let (expert, ana) = (scene.experts[0], try scene.actor(.ana))
    let changes: [(String, SQL, SQL)] = [
      (
        "does not want to be asked", "UPDATE matching_choice SET ask_me = FALSE WHERE member_id = \(expert.id)",
        "UPDATE matching_choice SET ask_me = TRUE WHERE member_id = \(expert.id)"
      ),
      (
        "lets nothing be used", "UPDATE matching_choice SET use_posts = FALSE WHERE member_id = \(expert.id)",
        "UPDATE matching_choice SET use_posts = TRUE WHERE member_id = \(expert.id)"
      ),
      (
        "blocked the asker", "INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(expert.id), \(ana.id), 1)",
        "DELETE FROM member_block"
      ),
      (
        "was blocked by the asker", "INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(ana.id), \(expert.id), 1)",
        "DELETE FROM member_block"
      ),
      ("answered", "UPDATE topic SET others_count = 1 WHERE id = \(question)", "UPDATE topic SET others_count = 0 WHERE id = \(question)"),
      ("hidden", "UPDATE topic SET hidden = TRUE WHERE id = \(question)", "UPDATE topic SET hidden = FALSE WHERE id = \(question)"),
      (
        "private", "UPDATE category_access SET may_see = FALSE WHERE role = 'visitor'",
        "UPDATE category_access SET may_see = TRUE WHERE role = 'visitor'"
      ),
      ("sensitive", "UPDATE category SET sensitive = TRUE", "UPDATE category SET sensitive = FALSE"),
      (
        "declined", "UPDATE question_offer SET declined_at = 1 WHERE member_id = \(expert.id)",
        "UPDATE question_offer SET declined_at = NULL WHERE member_id = \(expert.id)"
      ),
    ]
    for (what, change, back) in changes {
      try await scene.run(change)
      #expect(try await scene.notices(of: expert).isEmpty, "the bell: \(what)")
      if what != "hidden" { #expect(try await scene.offers(question, for: expert).own == .none, "the topic: \(what)") }
      try await scene.run(back)
      #expect(try await scene.notices(of: expert) == [.offered], "back from \(what)")
      #expect(try await scene.offers(question, for: expert).own != .none, "back from \(what)")
    }
    // A block must not say whose question it is that stands without a name.
    try await scene.run("UPDATE post SET nameless = TRUE WHERE topic_id = \(question) AND number = 1")
    try await scene.run("INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(expert.id), \(ana.id), 1)")
    #expect(try await scene.notices(of: expert) == [.offered])
  }

  @Test("does not say a reason that the member lets nobody use, or that is no longer there") func reason() async throws {
    let scene = try await OfferScene(experts: 3)
    let question = try await scene.ask()
    scene.store.clock.advance(.hours(4))
    try await scene.askAround()
    let expert = scene.experts[0]
    guard case .offered(let reason?) = try await scene.offers(question, for: expert).own, case .post(let post, _, _) = reason.place else {
      Issue.record("no reason")
      return
    }
    for (change, back) in [
      (
        "INSERT INTO matching_unused_topic (member_id, topic_id, at) SELECT \(expert.id), topic_id, 1 FROM post WHERE id = \(post)",
        "DELETE FROM matching_unused_topic"
      ),
      ("UPDATE post SET hidden = TRUE WHERE id = \(post)", "UPDATE post SET hidden = FALSE WHERE id = \(post)"),
      ("UPDATE post SET nameless = TRUE WHERE id = \(post)", "UPDATE post SET nameless = FALSE WHERE id = \(post)"),
      ("UPDATE question_offer SET term = 'bicycle'", "UPDATE question_offer SET term = \(reason.word)"),
    ] as [(SQL, SQL)] {
      try await scene.run(change)
      #expect(try await scene.offers(question, for: expert).own == .offered(nil))
      try await scene.run(back)
    }
  }

  @Test("tells its asker a word of it and staff whom and what became of it, and nobody else anything") func told() async throws {
    let scene = try await OfferScene(experts: 4)
    let question = try await scene.ask()
    #expect(try await scene.offers(question, for: try scene.actor(.ana)) == TopicOffers())
    scene.store.clock.advance(.hours(4))
    try await scene.askAround()
    let asked = try await scene.asked(question)
    let decliner = try #require(scene.experts.first { asked.contains($0.id) })
    try await scene.store.write { tx in try DeclineOffer(question).perform(by: decliner, in: tx) }
    let ana = try await scene.offers(question, for: try scene.actor(.ana))
    let word = try #require(ana.word)
    #expect("How wet is a sourdough? My sourdough hydration is off.".contains(word) && ana.asked.isEmpty && ana.own == .none)
    let mei = try await scene.offers(question, for: try scene.actor(.mei))
    #expect(mei.asked.map(\.badge.id).sorted { $0.rawValue < $1.rawValue } == asked && mei.word == nil)
    #expect(mei.asked.map(\.outcome.rawValue).sorted() == ["declined", "open", "open"])
    for person in [Person.kai, .omar, .sam] {
      #expect(try await scene.offers(question, for: try scene.actor(person)) == TopicOffers(), "\(person)")
    }
    let answering = try #require(scene.experts.last { asked.contains($0.id) })
    try await scene.store.reply("Seventy percent.", to: question, by: answering)
    #expect(try await scene.offers(question, for: try scene.actor(.ana)) == TopicOffers())
    #expect(
      try await scene.offers(question, for: try scene.actor(.mei)).asked.map(\.outcome.rawValue).sorted() == [
        "answered", "declined", "open",
      ])
  }

  @Test("is declined and taken back once each, for an hour, by whom it was offered to alone") func declined() async throws {
    let scene = try await OfferScene(experts: 4)
    let question = try await scene.ask()
    scene.store.clock.advance(.hours(4))
    try await scene.askAround()
    let asked = try await scene.asked(question)
    let expert = try #require(scene.experts.first { asked.contains($0.id) })
    func decline(_ wanted: Bool, by actor: Actor) async throws {
      try await scene.store.write { tx in try DeclineOffer(question, wanted: wanted).perform(by: actor, in: tx) }
    }
    for other in [try #require(scene.experts.first { !asked.contains($0.id) }), try scene.actor(.ana), try scene.actor(.noor)] {
      await #expect(throws: ForumError.notFound) { try await decline(true, by: other) }
    }
    for _ in 1...2 { try await decline(true, by: expert) }
    #expect(try await scene.notices(of: expert).isEmpty)
    for _ in 1...2 { try await decline(false, by: expert) }
    #expect(try await scene.notices(of: expert) == [.offered])
    try await decline(true, by: expert)
    scene.store.clock.advance(.hours(1))
    await #expect(throws: ForumError.forbidden(.undoTooLate)) { try await decline(false, by: expert) }
    try await scene.run("UPDATE category_access SET may_see = FALSE WHERE role = 'member'")
    await #expect(throws: ForumError.notFound) { try await decline(false, by: expert) }
    #expect(try await scene.asked(question) == asked, "nobody else is asked in their place")
  }

  @Test("comes by mail after ten minutes, with a stop of its own; not to whom it was read, declined or taken from") func mailed()
    async throws
  {
    let scene = try await OfferScene(experts: 3)
    let question = try await scene.ask()
    scene.store.clock.advance(.hours(4))
    try await scene.askAround()
    let opening = try await scene.store.opening(of: question)
    let (reader, decliner, left) = (scene.experts[0], scene.experts[1], scene.experts[2])
    let marks = MarkRead(marks: [:], views: [:], posts: [reader.id: [opening]])
    try await scene.store.write { tx in
      try marks.perform(in: tx)
      try DeclineOffer(question).perform(by: decliner, in: tx)
    }
    let transport = ScriptedTransport()
    let queue = MailQueue(
      store: scene.store, transport: transport, from: { _ in MailAddress(name: "Kindred", "forum@bees.example") },
      notices: NoticeLetters(scene.mailroom), random: { randomBytes($0) }, log: quiet, pollEvery: .milliseconds(20))
    try await queue.sendDue()
    #expect(transport.sent.isEmpty)
    scene.store.clock.advance(.minutes(10))
    try await queue.sendDue()
    #expect(transport.sent.map(\.to.address) == ["expert3@example.org"])
    #expect(transport.sent.first?.subject == "You may know this: How wet is a sourdough?")
    try await scene.store.write { tx in try MailChoices.set(.offered, wanted: false, by: left.id, in: tx) }
    let second = try await scene.ask("Which hydration does a rye sourdough want?")
    scene.store.clock.advance(.hours(4))
    try await scene.askAround()
    #expect(try await scene.asked(second).count == 3)
    scene.store.clock.advance(.minutes(10))
    try await queue.sendDue()
    #expect(Set(transport.sent.dropFirst().map(\.to.address)) == ["expert1@example.org", "expert2@example.org"])
  }

  @Test("a busy month asks nobody more than three times in any seven days, and not always the same", arguments: [1, 2] as [UInt64])
  func month(seed: UInt64) async throws {
    let scene = try await OfferScene(experts: 8)
    var dice = Dice(seed: seed)
    let subjects = ["sourdough hydration", "sourdough starter", "sourdough crust", "oven racks"]
    var left = 30 * 24
    var number = 0
    while left > 0 {
      for _ in 0..<dice.number(below: 3) {
        number += 1
        let subject = dice.pick(subjects)
        _ = try await scene.store.open(
          "Question \(number) about \(subject)", by: try scene.actor(.mei), in: scene.help, body: "What about \(subject) \(number)?")
      }
      let hours = 1 + dice.number(below: 24)
      left -= hours
      scene.store.clock.advance(.hours(Int64(hours)))
      if dice.number(below: 4) == 0 { try await scene.choose(dice.pick(scene.experts), ask: dice.number(below: 3) > 0) }
      try await scene.askAround()
    }
    let asks: [(member: Int64, at: Int64)] = try await scene.store.read { tx in
      try tx.all("SELECT member_id, at FROM question_offer ORDER BY at") { row in (try row.next(), try row.next()) }
    }
    #expect(asks.count > 20)
    let week = Span.days(7).milliseconds
    for (member, times) in Dictionary(grouping: asks, by: \.member).mapValues({ $0.map(\.at) }) {
      for start in times {
        #expect(times.filter { $0 >= start && $0 <= start + week }.count <= 3, "member \(member)")
      }
    }
    let most = try await scene.store.number(
      "SELECT max(asked) FROM (SELECT count(*) AS asked FROM question_offer GROUP BY topic_id) AS topics")
    #expect(most <= 3)
    #expect(Set(asks.map(\.member)).count >= scene.experts.count - 1, "not only who knows best")
  }
}

extension OfferScene {
  /// What a topic's page says to somebody.
  func offers(_ topic: TopicID, for actor: Actor) async throws -> TopicOffers {
    try await store.read { tx in
      let head = try #require(try TopicHead.find(topic, for: actor.viewer, in: tx))
      let opening: PostID? = try tx.value("SELECT id FROM post WHERE topic_id = \(topic) AND number = 1")
      return try TopicOffers.load(of: head, opening: try #require(opening), for: actor.viewer, in: tx)
    }
  }
}
