import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing

@testable import Web

/// A forum with something hidden in every place that can be hidden, and a little that everybody sees.
struct Secrets: Sendable {
  let forum: TestForum
  /// Addresses that are hidden from everybody below staff, each with one like it where there is nothing.
  let hidden: [(path: String, absent: String)]
  /// Where those who may bring a topic back read it.
  let removed: [String]
  let topicCount: Int
  let postCount: Int

  /// `word` makes the hidden texts: it stands in all of them, with a number behind it.
  init(_ forum: TestForum, word: String) async throws {
    self.forum = forum
    let store = forum.store
    let cast = try await store.addCast()
    func who(_ person: Person) throws -> Actor { try #require(cast[person]) }
    let (ana, mei, tomas, kai) = (try who(.ana), try who(.mei), try who(.tomas), try who(.kai))
    try await store.write { tx in
      for person in Person.allCases {
        try tx.run("UPDATE member SET email = \("\(word)0-\(person)@example.org") WHERE handle = \(person.handle)")
      }
    }
    let help = try await store.addCategory("Help")
    let team = try await store.addCategory("\(word)1", .staff)
    try await store.write { tx in try tx.run("UPDATE category SET description = \("\(word)2") WHERE id = \(team)") }

    // What everybody sees.
    let open = try await store.open("The oven smells", by: ana, in: help, body: "It smells of smoke.", tags: "oven")
    let opening = try await store.opening(of: open)
    let answer = try await store.reply("Clean it.", to: open, by: kai)

    // In a category for staff.
    let inside = try await store.open("\(word)3 oven", by: mei, in: team, body: "\(word)4 smoke", tags: "\(word)5 oven")
    let insideOpening = try await store.opening(of: inside)
    let insideAnswer = try await store.reply("\(word)6 oven", to: inside, by: tomas)
    let insideRemark = try await store.remark("\(word)7 oven", on: insideAnswer, by: mei)
    let (acceptNote, solveNote) = (try ShortNote("\(word)8"), try ShortNote("\(word)9"))
    try await store.write { tx in
      try tx.run("UPDATE tag SET description = \("\(word)10") WHERE name = \("\(word)5")")
      try tx.run("INSERT INTO tag (name, synonym_of, created_at) SELECT \("\(word)11"), id, 1 FROM tag WHERE name = \("\(word)5")")
      try AcceptAnswer(post: insideAnswer).perform(by: tomas, in: tx)
      try ObjectToAcceptance(post: insideAnswer, note: acceptNote).perform(by: mei, in: tx)
      try SolveWithoutAnswer(topic: inside, note: solveNote).perform(by: mei, in: tx)
      try tx.run("UPDATE topic SET duplicate_of = \(inside) WHERE id = \(open)")
    }

    // Removed in a place that everybody sees.
    let deleted = try await store.reply("\(word)12 oven", to: open, by: mei)
    let orphan = try await store.remark("\(word)13 oven", on: deleted, by: ana)
    let masked = try await store.reply("\(word)14 oven", to: open, by: mei)
    let maskedRemark = try await store.remark("\(word)15 oven", on: masked, by: ana)
    let deletedRemark = try await store.remark("\(word)16 oven", on: answer, by: mei)
    let gone = try await store.open("\(word)17 oven", by: mei, in: help, body: "\(word)18", tags: "\(word)19")
    let goneOpening = try await store.opening(of: gone)
    let goneAnswer = try await store.reply("\(word)20 oven", to: gone, by: tomas)
    let maskedTopic = try await store.open("\(word)21 oven", by: mei, in: help, body: "\(word)22 oven")
    let maskedOpening = try await store.opening(of: maskedTopic)
    // What was done to a topic, and what was said about it.
    for (number, topic) in [(25, inside), (26, maskedTopic), (27, gone)] {
      try await store.insertLine(in: topic, after: 1, by: tomas.id, note: "\(word)\(number) oven")
    }
    // Old versions: one replaced quietly, one hidden by a moderator.
    let quiet = try await store.reply("\(word)23 oven", to: open, by: mei)
    try await store.edit(quiet, to: "Said better.", by: mei)
    let loud = try await store.reply("\(word)24 oven", to: open, by: kai)
    store.clock.advance(.hours(1))
    try await store.edit(quiet, to: "Said best.", by: mei)
    try await store.edit(loud, to: "Said politely.", by: kai)
    try await Self.begin(
      [.ask, .reply(open), .remark(opening), .reply(inside), .edit(insideAnswer)], word, by: mei, and: try who(.zoe), try who(.omar),
      in: store)
    try await store.write { tx in
      try tx.run("UPDATE post_version SET hidden = TRUE WHERE post_id = \(loud)")
      try DeletePost(post: deleted).perform(by: mei, in: tx)
      try DeletePost(post: deletedRemark).perform(by: mei, in: tx)
      try tx.run("UPDATE post SET hidden = TRUE WHERE id IN (\(masked), \(maskedOpening))")
      try tx.run("UPDATE topic SET hidden = TRUE WHERE id = \(maskedTopic)")
      try DeletePost(post: goneOpening).perform(by: tomas, in: tx)
    }
    _ = opening

    let (slug, tag) = ("\(word)1", "\(word)5")
    var hidden: [(String, String)] = [
      ("/c/\(slug)", "/c/none"), ("/c/\(slug)?before=1-1", "/c/none?before=1-1"), ("/tag/\(tag)", "/tag/none"),
      ("/tag/\(tag)?before=9999999999999-1", "/tag/none?before=9999999999999-1"), ("/tag/\(word)11", "/tag/none"),
      ("/tag/\(word)19", "/tag/none"),
      ("/ask?category=\(slug)", "/ask?category=none"),
    ]
    for topic in [inside, maskedTopic] {
      for rest in ["", "/slug", "/\(word)3-oven", "/slug?page=1", "/slug?page=2", "/slug?order=best"] {
        hidden.append(("/t/\(topic.rawValue)\(rest)", "/t/99\(rest)"))
      }
    }
    for post in [
      insideOpening, insideAnswer, insideRemark, orphan, masked, maskedRemark, deletedRemark, goneOpening, goneAnswer, maskedOpening,
    ] {
      for rest in ["", "/history", "/edit"] { hidden.append(("/p/\(post.rawValue)\(rest)", "/p/99\(rest)")) }
    }
    for rest in ["/history", "/edit"] { hidden.append(("/p/\(deleted.rawValue)\(rest)", "/p/99\(rest)")) }
    self.hidden = hidden
    removed = ["/t/\(maskedTopic.rawValue)/\(word)21-oven", "/t/\(gone.rawValue)/\(word)17-oven"]
    topicCount = Int(maskedTopic.rawValue)
    postCount = Int(loud.rawValue)
  }

  /// What staff are writing is theirs alone, and what others began in places they cannot see says nothing of them.
  private static func begin(
    _ places: [DraftPlace], _ word: String, by writer: Actor, and others: Actor..., in store: TestStore
  ) async throws {
    try await store.write { tx in
      for place in places {
        var text = DraftText(body: "\(word)25 oven")
        (text.title, text.tags) = ("\(word)26", "\(word)27")
        _ = try SaveDraft(text, at: place, stamp: DraftStamp(version: 0)).perform(by: writer, in: tx)
        for other in others {
          _ = try SaveDraft(DraftText(body: "Own words"), at: place, stamp: DraftStamp(version: 0)).perform(by: other, in: tx)
        }
      }
    }
  }

  /// Every GET address of the table, with every number, slug, tag and handle there is and some there are not.
  func addresses(slugs: [String], tags: [String]) -> [String] {
    var paths: [String] = []
    for route in forum.site.routes.routes where route.method == .get {
      let pattern = route.pattern
      let values: [String]
      if pattern.hasPrefix("/t/") {
        values = (1...topicCount + 1).map(String.init)
      } else if pattern.hasPrefix("/p/") {
        values = (1...postCount + 1).map(String.init)
      } else if pattern.hasPrefix("/c/") {
        values = slugs
      } else if pattern.hasPrefix("/tag/") {
        values = tags
      } else if pattern.hasPrefix("/m/") {
        values = Person.allCases.map(\.handle)
      } else if pattern.hasPrefix("/avatar/") {
        values = (1...9).map { "\($0).svg" }
      } else {
        values = ["1"]
      }
      for value in values {
        var isFirst = true
        let path = pattern.split(separator: "/").map { part in
          guard part.hasPrefix(":") else { return String(part) }
          defer { isFirst = false }
          return isFirst ? value : part == ":slug" ? "the-oven-smells" : "1"
        }.reduce("") { $0 + "/" + $1 }
        paths.append(path.isEmpty ? "/" : path)
      }
    }
    paths += (1...topicCount).flatMap {
      ["/t/\($0)/the-oven-smells?order=best", "/t/\($0)/the-oven-smells?order=newest", "/t/\($0)/the-oven-smells?page=2"]
    }
    paths += [
      "oven", "smoke", "oven smoke", "clean", "said", "example.org", "none", "tag:oven", "author:mei", "category:help is:open",
      "oven smoke none zzz", "is:question -none",
    ].map { "/search?q=\($0.replacing(" ", with: "+"))" }
    paths += [
      "/?before=9999999999999-9", "/unanswered?before=9999999999999-9", "/c/help?before=9999999999999-9",
      "/tag/oven?before=9999999999999-9",
    ]
    return paths
  }
}

extension Answered {
  /// The whole answer as a reader without the number of the request sees it: what two answers are compared by.
  var comparable: String {
    var lines = ["\(status)"]
    for field in headers.sorted(by: { ($0.name.canonicalName, $0.value) < ($1.name.canonicalName, $1.value) })
    where field.name != .requestID && field.name != .eTag && field.name != .contentLength {
      lines.append("\(field.name.canonicalName): \(field.value)")
    }
    return (lines + ["", text]).joined(separator: "\n").replacing(headers[.requestID] ?? "-", with: "REQUEST")
  }
}
