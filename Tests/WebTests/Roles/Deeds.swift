import Community
import Database
import ForumSupport
import TestSupport
import Testing

/// Every action that the site offers, with who may do it.
enum Deeds {
  private static let forum: Set<Part> = [.moderator, .admin]
  private static let company: Set<Part> = [.staff, .admin]

  static let everybody: [Deed] = [
    Deed("opens a topic", .openTopic, Part.members) { ground in
      try await Deed.counting(
        ground, "/ask", ["kind": "question", "category": "here", "title": "Why", "body": "Why so?", "tags": "", "key": "deed-open-1"],
        "SELECT count(*) FROM topic")
    },
    Deed("replies", .reply, Part.members) { ground in
      let topic = try await ground.question().topic
      return try await Deed.counting(
        ground, "/t/\(topic.rawValue)/replies", ["body": "There", "key": "deed-reply-1"],
        "SELECT count(*) FROM post WHERE topic_id = \(topic)")
    },
    Deed("remarks", .remark, Part.members) { ground in
      let answer = try await ground.question().answer
      return try await Deed.counting(
        ground, "/p/\(answer.rawValue)/remarks", ["body": "Sure?", "key": "deed-remark-1"],
        "SELECT count(*) FROM post WHERE parent_id = \(answer)")
    },
    // The answer is Mei's, and nobody votes for what they wrote.
    Deed("votes", .vote, Part.members.subtracting([.staff])) { ground in
      let answer = try await ground.question().answer
      return try await Deed.counting(ground, "/p/\(answer.rawValue)/vote", ["wanted": "yes"], "SELECT count(*) FROM vote")
    },
    Deed("says me too", .meToo, Part.members) { ground in
      let topic = try await ground.question().topic
      return try await Deed.counting(ground, "/t/\(topic.rawValue)/me-too", ["wanted": "yes"], "SELECT count(*) FROM me_too")
    },
    Deed("asks privately", .converse, Part.members) { ground in
      try await Deed.counting(
        ground, "/ask/privately", ["title": "Alone", "body": "Alone", "key": "deed-alone-1"], "SELECT count(*) FROM conversation")
    },
  ]

  static let ofTopics: [Deed] = [
    Deed("accepts another's answer", .acceptAny, forum.union([.staff, .inside])) { ground in
      let answer = try await ground.question().answer
      return try await Deed.counting(ground, "/p/\(answer.rawValue)/accept", [:], "SELECT count(*) FROM acceptance")
    },
    Deed("takes the company's mark off", .acceptAny, forum.union([.staff, .inside])) { ground in
      let (answer, mei) = (try await ground.question().answer, try ground.who(.mei))
      try await ground.forum.store.write { tx in try AcceptAnswer(post: answer).perform(by: mei, in: tx) }
      return try await Deed.counting(ground, "/p/\(answer.rawValue)/unaccept", [:], "SELECT count(*) FROM acceptance_taken_back")
    },
    Deed("calls another's question solved", .acceptAny, forum.union([.staff, .inside])) { ground in
      let topic = try await ground.question().topic
      return try await Deed.counting(
        ground, "/t/\(topic.rawValue)/solved", ["note": "By itself"], "SELECT count(*) FROM topic WHERE solved_at IS NOT NULL")
    },
    Deed("announces in the category", .announce, forum.union([.staff, .inside])) { ground in
      let topic = try await ground.question().topic
      return try await Deed.counting(
        ground, "/t/\(topic.rawValue)/announce", ["place": "category", "until": "2026-03-01"], "SELECT count(*) FROM announcement")
    },
    Deed("announces everywhere", .announce, forum.union([.staff])) { ground in
      let topic = try await ground.question().topic
      return try await Deed.counting(
        ground, "/t/\(topic.rawValue)/announce", ["place": "site", "until": "2026-03-01"], "SELECT count(*) FROM announcement")
    },
    Deed("ends an announcement of the whole site", .announce, forum.union([.staff])) { ground in
      let (topic, mei) = (try await ground.question().topic, try ground.who(.mei))
      try await ground.forum.store.write { tx in try Announce(topic, place: .site, until: tx.now + .days(3)).perform(by: mei, in: tx) }
      return try await Deed.counting(
        ground, "/t/\(topic.rawValue)/announce-end", [:], "SELECT count(*) FROM announcement WHERE ended_at IS NOT NULL")
    },
    Deed("edits another's post", .editAny, forum.union([.inside])) { ground in
      let opening = try await ground.question().opening
      return try await Deed.counting(
        ground, "/p/\(opening.rawValue)/edit",
        ["title": "Changed", "body": "Changed", "category": "here", "tags": "oven", "version": "1"],
        "SELECT count(*) FROM post WHERE body = 'Changed'")
    },
    Deed("reads the source of another's post", .editAny, forum.union([.inside])) { ground in
      try await Deed.reading(ground, "/p/\(try await ground.question().opening.rawValue)/edit")
    },
    Deed("deletes another's answer", .deleteAny, forum.union([.inside, .staff])) { ground in
      // Of Mei's own the staff may.
      let answer = try await ground.question().answer
      return try await Deed.counting(
        ground, "/p/\(answer.rawValue)/delete", [:], "SELECT count(*) FROM post WHERE deleted_at IS NOT NULL")
    },
    Deed("deletes another's question", .deleteAny, forum.union([.inside])) { ground in
      let opening = try await ground.question().opening
      return try await Deed.counting(
        ground, "/p/\(opening.rawValue)/delete", [:], "SELECT count(*) FROM topic WHERE deleted_at IS NOT NULL")
    },
    Deed("brings back what a moderator deleted", .deleteAny, forum.union([.inside])) { ground in
      let opening = try await ground.removed().opening
      return try await Deed.counting(
        ground, "/p/\(opening.rawValue)/restore", [:], "SELECT count(*) FROM topic WHERE deleted_at IS NULL")
    },
    Deed("reads a deleted topic", .seeDeleted, forum.union([.inside])) { ground in
      try await Deed.reading(ground, "/t/\(try await ground.removed().topic.rawValue)/where-is-it")
    },
    Deed("reads a hidden post's history", .seeDeleted, forum.union([.inside, .staff])) { ground in
      // Mei wrote it.
      let answer = try await ground.question().answer
      try await ground.forum.store.write { tx in try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(answer)") }
      let read = try await Deed.reading(ground, "/p/\(answer.rawValue)/history")
      try await ground.forum.store.write { tx in try tx.run("UPDATE post SET hidden = FALSE WHERE id = \(answer)") }
      return read
    },
  ]

  static let ofTidiness: [Deed] = [
    Deed("puts another's tags right", .editTags, forum.union([.staff, .helper, .inside])) { ground in
      let topic = try await ground.question().topic
      return try await Deed.counting(
        ground, "/tidy/\(topic.rawValue)/tags", ["tags": ""], "SELECT count(*) FROM history_line WHERE kind = 'tagsChanged'")
    },
    Deed("proposes that a topic repeats another", .proposeDuplicates, forum.union([.staff, .helper, .inside])) { ground in
      let (topic, other) = (try await ground.question().topic, try await ground.question().topic)
      return try await Deed.counting(
        ground, "/tidy/\(topic.rawValue)/repeats", ["original": "\(other.rawValue)"],
        "SELECT count(*) + (SELECT count(*) FROM topic WHERE duplicate_of IS NOT NULL) FROM duplicate_proposal")
    },
    Deed("says that a topic repeats another", .confirmDuplicates, forum.union([.staff, .inside]), halfway: [.helper]) { ground in
      let (topic, other) = (try await ground.question().topic, try await ground.question().topic)
      return try await Deed.counting(
        ground, "/tidy/\(topic.rawValue)/repeats", ["original": "http://127.0.0.1:8080/t/\(other.rawValue)/where-is-it"],
        "SELECT count(*) FROM topic WHERE duplicate_of IS NOT NULL")
    },
    Deed("confirms that a topic repeats another", .confirmDuplicates, forum.union([.staff, .inside])) { ground in
      let topic = try await ground.proposed()
      return try await Deed.counting(
        ground, "/tidy/\(topic.rawValue)/settle", ["wanted": "yes"],
        "SELECT count(*) FROM topic WHERE id = \(topic) AND duplicate_of = id - 1")
    },
    Deed("takes back that a topic repeats another", .confirmDuplicates, forum.union([.staff, .inside])) { ground in
      let topic = try await ground.proposed()
      let mei = try ground.who(.mei)
      try await ground.forum.store.write { tx in try SettleDuplicate(topic, isRight: true).perform(by: mei, in: tx) }
      return try await Deed.counting(
        ground, "/tidy/\(topic.rawValue)/end", [:], "SELECT count(*) FROM topic WHERE id = \(topic) AND duplicate_of IS NULL")
    },
  ]

  static let ofTheSite: [Deed] = [
    Deed("makes a tag on the first day", .createTags, forum.union([.staff]), halfway: Part.members) { ground in
      try await ground.forum.store.write { tx in try tx.run("UPDATE member SET created_at = \(tx.now)") }
      return try await Deed.counting(
        ground, "/ask",
        ["kind": "question", "category": "here", "title": "Tagged", "body": "Tagged", "tags": "quite-new", "key": "deed-tag-1"],
        "SELECT count(*) FROM tag WHERE name = 'quite-new'")
    },
    Deed("is mailed new questions", .beTold, forum.union([.staff]), halfway: Part.members) { ground in
      try await Deed.counting(
        ground, "/settings/mail", ["question": "yes"], "SELECT count(*) FROM mail_choice WHERE kind = 'question' AND wanted")
    },
    Deed("answers a private question", .answerPrivately, company) { ground in
      let talk = try await ground.forum.store.askPrivately(by: try ground.who(.ana))
      return try await Deed.counting(
        ground, "/messages/\(talk.rawValue)/parts", ["body": "So", "key": "deed-talk-1"], "SELECT count(*) FROM conversation_part")
    },
    Deed("sees why somebody is trusted", .seeTrust, forum.union([.staff])) { ground in
      try await Deed.reading(ground, "/admin/members/\(try ground.who(.ana).id.rawValue)")
    },
    Deed("says that somebody is a customer", .verifyCustomers, company) { ground in
      try await Deed.counting(
        ground, "/admin/members/\(try ground.who(.ana).id.rawValue)/customer", ["wanted": "yes"], "SELECT count(*) FROM customer")
    },
    Deed("changes what roles may do", .manageMembers, [.admin]) { ground in
      let rights = try await ground.forum.store.read { tx in
        RoleRights(
          Set(
            try tx.all("SELECT role, action FROM role_action") { row in (try row.next(String.self), try row.next(String.self)) }
              .compactMap { role, action in
                guard let role = Role(rawValue: role), let action = Action(rawValue: action) else { return nil }
                return RoleRights.Grant(role, action)
              }))
      }
      return try await Deed.counting(
        ground, "/admin/roles", ["seen": rights.mark, "may": "helper.announce"],
        "SELECT count(*) FROM role_action WHERE role = 'helper' AND action = 'announce'")
    },
    Deed("names a helper", .nameHelpers, company) { ground in
      try await Deed.counting(
        ground, "/admin/members/\(try ground.who(.ana).id.rawValue)/helper", ["wanted": "yes"],
        "SELECT count(*) FROM member WHERE role = 'helper'")
    },
    Deed("makes somebody a moderator", .manageMembers, [.admin]) { ground in
      try await Deed.counting(
        ground, "/admin/members/\(try ground.who(.sam).id.rawValue)/role", ["role": "moderator"],
        "SELECT count(*) FROM member WHERE role = 'moderator'")
    },
    Deed("lets somebody look after a category", .manageMembers, [.admin]) { ground in
      try await Deed.counting(
        ground, "/admin/members/\(try ground.who(.zoe).id.rawValue)/role", ["role": "member", "category": "here"],
        "SELECT count(*) FROM category_moderator")
    },
    Deed("adds a category", .manageCategories, [.admin]) { ground in
      try await Deed.counting(ground, "/admin/categories", ["name": "Fresh", "access": "everyone"], "SELECT count(*) FROM category")
    },
    Deed("sees what was looked for", .manageSite, [.admin]) { ground in try await Deed.reading(ground, "/admin/searches") },
  ]

  static let all = everybody + ofTopics + ofTidiness + ofTheSite + ofTheQueue + ofTheLog
  /// Actions that no page offers yet, and what tests them instead.
  static let elsewhere: [Action: String] = [
    .skipLimits: "PostingLimitsTests",
    // Acts of moderation are told as stories of their own.
    .readReported: "Moderation", .closeAny: "Moderation", .moveAny: "Moderation", .eraseMembers: "Moderation", .mergeMembers: "Moderation",
  ]
}

extension Ground {
  /// As ``question()``, deleted by the moderator.
  func removed() async throws -> (topic: TopicID, opening: PostID, answer: PostID) {
    let (made, tomas) = (try await question(), try who(.tomas))
    try await forum.store.write { tx in try DeletePost(post: made.opening).perform(by: tomas, in: tx) }
    return made
  }

  /// A topic that a helper proposed to repeat the one before it.
  func proposed() async throws -> TopicID {
    let (other, topic, omar) = (try await question().topic, try await question().topic, try who(.omar))
    _ = try await forum.store.write { tx in try ProposeDuplicate(topic, of: other).perform(by: omar, in: tx) }
    return topic
  }
}
