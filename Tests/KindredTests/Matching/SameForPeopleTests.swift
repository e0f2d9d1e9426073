import Community
import Database
import Foundation
import Markup
import Matching
import TestSupport
import Testing

@testable import Kindred

/// What `kindred match-eval` measures is what the server shows: the learning part of a split, brought in as topics, posts and remarks of members
/// who all say yes, gives the same people in the same order.
@Suite struct SameForPeopleTests {
  private static let split = "matching/splits/quantum-2018"

  @Test(.enabled(if: SharedArchive.isThere("\(split)/meta.json")))
  func `the page of people begins with the first ten of match-eval`() async throws {
    // Who is alike does not depend on the engine.
    guard TestStore.dialect == .sqlite else { return }
    let split = try MatchSplit(folder: SharedArchive.path(Self.split))
    var lines = ""
    _ = try MatchEvaluation(split: split, task: "meet_talk_new", showsSigns: false, write: { lines += $0 }).run()
    var ranked: [Int64: [Int64]] = [:]
    for line in lines.split(separator: "\n") {
      let columns = line.split(separator: "\t").compactMap { Int64($0) }
      ranked[columns[0], default: []].append(columns[1])
    }
    let candidates = try split.columns("tasks/meet_talk_new/candidates.tsv").compactMap { Int64($0[1]) }
    let (store, index) = (try await TestStore.make(now: Timestamp(milliseconds: split.moment)), MatchIndex())
    try await bring(split, allowing: candidates, to: store)
    try await index.rebuild(from: store)
    let (ground, now) = (try split.ground(), split.moment)
    var compared = 0
    for (member, order) in ranked.sorted(by: { $0.key < $1.key }).prefix(20) {
      let actor = try await store.actor(MemberID(rawValue: member))
      let people = try await store.read { tx in try PeopleSuggestions.load(for: actor, index, in: tx) }
      let met = ground.met(by: member)
      let expected = order.filter { other in
        !met.contains(other) && ground.evidence(of: other, for: member, at: now).count >= PeopleSuggestions.leastReasons
      }
      #expect(people.active.map(\.badge.id.rawValue) == Array(expected.prefix(PeopleSuggestions.mostActive)), "member \(member)")
      compared += people.active.count
    }
    #expect(compared > 150)
    print("20 members, \(compared) suggestions as match-eval has them")
  }

  private func bring(_ split: MatchSplit, allowing candidates: [Int64], to store: TestStore) async throws {
    let category = try await store.addCategory("Quantum")
    let (threads, posts, comments) = (try split.threads(), try split.posts(), try split.comments())
    let people = Set(threads.compactMap(\.u) + posts.compactMap(\.u) + comments.compactMap(\.u) + candidates).sorted()
    let (openers, nobody) = (Dictionary(uniqueKeysWithValues: threads.map { ($0.id, $0.u) }), (people.last ?? 0) + 1)
    try await store.write { tx in
      for id in people + [nobody] {
        try tx.run(
          "INSERT INTO member (id, name, handle, role, created_at) VALUES (\(id), \("Member \(id)"), \("member-\(id)"), 'member', 1)")
      }
      for id in candidates {
        try tx.run(
          """
          INSERT INTO matching_choice (member_id, suggest_me, ask_me, use_posts, use_reading, at) VALUES (\(id), TRUE, FALSE, TRUE, FALSE, 1)
          """)
      }
      var tags: [String: TopicTagID] = [:]
      for thread in threads {
        try tx.run(
          """
          INSERT INTO topic (id, kind, category_id, author_id, title, slug, created_at, bumped_at)
          VALUES (\(thread.id), 'question', \(category), \(thread.u ?? nobody), \(thread.title), 'x', \(thread.at * 1_000), \(thread.at * 1_000))
          """)
        for name in thread.tags {
          let known: TopicTagID? = try tags[name] ?? tx.value("INSERT INTO tag (name, created_at) VALUES (\(name), 1) RETURNING id")
          tags[name] = known
          try tx.run("INSERT INTO topic_tag (topic_id, tag_id, bumped_at) VALUES (\(thread.id), \(try #require(known)), 1)")
        }
      }
      var (written, numbers): ([String: Int64], [Int64: Int]) = ([:], [:])
      for post in posts.sorted(by: { ($0.n, $0.id) < ($1.n, $1.id) }) {
        // A thread opens once, and answers of a split may share a number.
        let number = numbers[post.t, default: 0] + 1
        if post.n == 1, number > 1 { continue }
        numbers[post.t] = number
        try insert(
          post.id, in: post.t, number: number, kind: post.n == 1 ? "opening" : "answer", parent: nil, by: post.u, nobody, post.at,
          post.text, tx)
        if post.n > 1, let author = post.u { written["\(post.t) \(author)"] = post.id }
      }
      for comment in comments {
        // A remark hangs on what whoever is spoken to wrote, or on the question.
        let target = comment.to == openers[comment.t] ? nil : comment.to.flatMap { written["\(comment.t) \($0)"] }
        try insert(
          1 << 40 + comment.id, in: comment.t, number: nil, kind: "remark", parent: target, by: comment.u, nobody, comment.at, comment.text,
          tx)
      }
    }
  }

  private func insert(
    _ id: Int64, in topic: Int64, number: Int?, kind: String, parent: Int64?, by author: Int64?, _ nobody: Int64, _ at: Int64,
    _ text: String,
    _ tx: Transaction
  ) throws {
    try tx.run(
      """
      INSERT INTO post (id, topic_id, number, kind, parent_id, author_id, nameless, body, html, renderer, created_at)
      VALUES (\(id), \(topic), \(number), \(kind), \(parent), \(author ?? nobody), \(author == nil), \(text), \(escapeHTML(text)), 1, \(at * 1_000))
      """)
  }
}
