import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing
import Web

@Suite("What pages ask of the database") struct QueriesTests {
  /// How many statements one request takes, by who asks.
  private func count(_ path: String, by browser: Browser, _ ear: Overheard) async throws -> Int {
    ear.forget()
    let status = try await browser.get(path).status
    #expect(status == 200, "\(path)")
    return ear.statements.count
  }

  @Test("a page of thirty costs as many statements as a page of three") func constant() async throws {
    let ear = Overheard()
    let forum = try await TestForum.make(through: { ear.listening(to: $0) })
    let cast = try await forum.store.addCast()
    let (mei, kai, omar) = (try #require(cast[.mei]), try #require(cast[.kai]), try #require(cast[.omar]))
    let help = try await forum.store.addCategory()
    // The same page in small and in large: topics with a few posts and with thirty, lists with three rows and with thirty.
    let small = try await forum.store.open("Small", by: mei, in: help, tags: "oven")
    let large = try await forum.store.open("Large", by: mei, in: help, tags: "oven flour")
    for (topic, count) in [(small, 4), (large, 29)] {
      for number in 1...count {
        let post = try await forum.store.reply("Answer \(number)", to: topic, by: number % 2 == 0 ? mei : kai)
        try await forum.store.remark("Remark \(number)", on: post, by: mei)
        try await forum.store.write { tx in
          try VotePost(post: post, wanted: true).perform(by: omar, in: tx)
          if number <= 2 { try AcceptAnswer(post: post).perform(by: mei, in: tx) }
        }
      }
    }
    for (topic, count) in [(small, 1), (large, 20)] {
      for number in 1...count { try await forum.store.insertLine(in: topic, after: number, by: mei.id, note: "Enough") }
    }
    var figures: [(String, String, Int, Int)] = []
    let visitor = forum.visitor(), member = try await forum.member("kai"), moderator = try await forum.member("tomas")
    for (name, browser) in [("visitor", visitor), ("member", member), ("moderator", moderator)] {
      // Related topics are looked for once in a while, and remembered.
      for path in ["/t/\(small.rawValue)/small", "/t/\(large.rawValue)/large"] { try await browser.get(path) }
      for order in ["", "?order=best", "?order=newest"] {
        figures.append(
          (
            "topic\(order)", name, try await count("/t/\(small.rawValue)/small\(order)", by: browser, ear),
            try await count("/t/\(large.rawValue)/large\(order)", by: browser, ear)
          ))
      }
    }
    for number in 1...3 { try await forum.store.open("First \(number)", by: mei, in: help, tags: "oven b\(number)") }
    let lists = ["/", "/unanswered", "/c/help", "/tag/oven", "/search?q=print", "/search?q=tag%3Aoven+is%3Aopen", "/m/mei"]
    let few = try await lists.map2 { try await count($0, by: member, ear) }
    let fewForVisitor = try await lists.map2 { try await count($0, by: visitor, ear) }
    for number in 1...30 { try await forum.store.open("Row \(number)", by: mei, in: help, tags: "oven a\(number)") }
    let many = try await lists.map2 { try await count($0, by: member, ear) }
    let manyForVisitor = try await lists.map2 { try await count($0, by: visitor, ear) }
    for (index, path) in lists.enumerated() {
      figures.append((path, "member", few[index], many[index]))
      figures.append((path, "visitor", fewForVisitor[index], manyForVisitor[index]))
    }
    let own = ["/notices", "/new", "/mine", "/mine?only=answered", "/bookmarks", "/settings/following"]
    let newcomer = try await forum.member("sam"), regular = try await forum.member("omar")
    try await forum.store.write { tx in
      for id in 1...40 {
        try tx.run(
          """
          INSERT INTO notice (member_id, act, kind, topic_id, post_id, at)
          SELECT \(omar.id), 'written', 'written', topic_id, id, 1 FROM post WHERE id = \(Int64(id))
          """)
      }
      let sam: MemberID? = try tx.value("SELECT id FROM member WHERE handle = 'sam'")
      try tx.run("INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\(sam), 'topic', 1, 'follow', 1)")
      // Omar keeps, follows and has answered more than Sam.
      for id in 1...30 {
        try tx.run(
          "INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\(omar.id), 'topic', \(Int64(id)), 'follow', \(Int64(id)))")
        try tx.run(
          "INSERT INTO bookmark (member_id, post_id, at) SELECT \(omar.id), id, id FROM post WHERE topic_id = \(Int64(id)) AND number = 1")
      }
    }
    // Sam has one conversation with few words in it, Omar many and long ones; Kai blocked thirty.
    let sam = try #require(cast[.sam])
    try await forum.store.write(to: sam, by: omar)
    try await forum.store.write { tx in
      for number in 1...35 {
        let begun: ConversationID? = try tx.value(
          "INSERT INTO conversation (kind, title, started_by, created_at, bumped_at) VALUES ('staff', 'Title', \(omar.id), 1, 1) RETURNING id"
        )
        let body = try PostBody("Text")
        for part in 1...30 {
          try tx.run(
            """
            INSERT INTO conversation_part (conversation_id, number, author_id, key, body, html, renderer, created_at)
            VALUES (\(begun), \(part), \(omar.id), \("key-\(number)-\(part)"), \(body.source), \(body.html), 1, 1)
            """)
        }
        try tx.run("UPDATE conversation SET last_number = 30 WHERE id = \(begun)")
        try tx.run("INSERT INTO conversation_member (conversation_id, member_id, joined_at) VALUES (\(begun), \(omar.id), 1)")
      }
    }
    figures.append(
      ("/messages/:id", "member", try await count("/messages/1", by: newcomer, ear), try await count("/messages/2", by: regular, ear)))
    for path in own + ["/messages"] {
      figures.append((path, "member", try await count(path, by: newcomer, ear), try await count(path, by: regular, ear)))
    }
    // A text begun under every post, and many of them in the list.
    try await forum.store.write { tx in
      for topic in [small, large] {
        for post in try tx.values("SELECT id FROM post WHERE topic_id = \(topic) AND number IS NOT NULL", as: PostID.self) {
          _ = try SaveDraft(DraftText(body: "Begun"), at: .remark(post), stamp: DraftStamp(version: 0)).perform(by: kai, in: tx)
        }
      }
    }
    let draftsOfFew = try await count("/drafts", by: try await forum.member("omar"), ear)
    figures.append(("/drafts", "member", draftsOfFew, try await count("/drafts", by: member, ear)))
    for (topic, name) in [(small, "small"), (large, "large")] {
      let path = "/t/\(topic.rawValue)/\(name)"
      let begun = try await count(path, by: member, ear)
      figures.append(("\(path) with texts begun", "member", figures.first { $0.1 == "member" }?.2 ?? 0, begun))
    }
    let opening = try await forum.store.opening(of: small)
    forum.store.clock.advance(.hours(1))
    try await forum.store.edit(opening, to: "Version 2", by: mei)
    let short = try await count("/p/\(opening.rawValue)/history", by: visitor, ear)
    for version in 3...12 { try await forum.store.edit(opening, to: "Version \(version)", by: mei) }
    figures.append(("history", "visitor", short, try await count("/p/\(opening.rawValue)/history", by: visitor, ear)))
    for (page, who, small, large) in figures {
      print("statements: \(page) for a \(who): \(small) small, \(large) large")
      #expect(small == large, "\(page) for a \(who)")
      #expect(large <= 16, "\(page) for a \(who)")
    }
  }

  /// Tables that stay small however large a community grows, and lists that a LIMIT has cut.
  private static let small: Set<String> = [
    "category", "category_access", "role", "role_action", "setting", "json_each", "reaction", "CONSTANT", "written", "counted", "standing",
    "meant", "followed", "mine", "recent", "telling", "chosen", "fruitless_search", "found", "newest", "listed", "tagged", "latest",
    "word_rule", "entry_rule", "site_picture", "site_text",
  ]

  @Test("no statement of any page looks through all topics, posts or members") func plans() async throws {
    // PostgreSQL plans by what the tables hold, and here they are all but empty.
    if TestStore.dialect == .postgres { return }
    let ear = Overheard()
    let forum = try await TestForum.make(through: { ear.listening(to: $0) })
    let scene = try await Scene(forum)
    ear.forget()
    try await scene.tellStories()
    var worst: [String: String] = [:]
    var seen = 0
    for sql in Set(ear.statements) {
      let text = sql.rendered(for: .sqlite).text
      guard !text.contains("INTO post_words") else { continue }
      seen += 1
      let steps = try await forum.store.read { tx in
        try tx.all("EXPLAIN QUERY PLAN \(sql)") { row in
          let (_, _, _): (Int, Int, Int) = (try row.next(), try row.next(), try row.next())
          return try row.next(String.self)
        }
      }
      for step in steps where step.hasPrefix("SCAN ") {
        let table = String(step.dropFirst(5).split(separator: " ").first ?? "")
        // An index read in order and cut by a LIMIT is no scan.
        let isCut = step.contains("USING") && text.contains("LIMIT")
        // Whether other tables point at a new row is looked up only while a deferred violation is open, and we defer none.
        let isNamed = text.contains("FROM \(table)") || text.contains("JOIN \(table)")
        if text.hasPrefix("INSERT "), !isNamed { continue }
        if !Self.small.contains(table), !table.hasPrefix("("), !isCut, !step.contains("VIRTUAL TABLE INDEX") { worst[text] = step }
      }
    }
    #expect(seen > 60, "only \(seen) statements were heard")
    print("plans: \(seen) statements looked at")
    for (text, step) in worst { Issue.record("\(step) in \(text)") }
  }

  @Test("no word that people type ever stands in a statement's text, and the same acts need no new statement") func prepared() async throws
  {
    let ear = Overheard()
    let forum = try await TestForum.make(through: { ear.listening(to: $0) })
    let scene = try await Scene(forum)
    ear.forget()
    // What the first telling leaves, such as notices, is met only by the next.
    try await scene.tellStories()
    try await scene.tellStories(word: "qwertzuiop")
    let first = Set(ear.texts)
    #expect(first.allSatisfy { !$0.lowercased().contains("qwertz") })
    ear.forget()
    try await scene.tellStories(word: "asdfghjkl'--")
    let more = Set(ear.texts).subtracting(first)
    #expect(more.isEmpty, "\(more)")
    print("statements: \(first.count) different ones in all stories")
  }
}

extension Array {
  fileprivate func map2<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
    var values: [T] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
