import Community
import Database
import ForumSupport
import TestSupport
import Testing

/// What is done with what waits for a person, and with what was decided. Everything waits in the category "here".
extension Deeds {
  private static let whole: Set<Part> = [.moderator, .admin]
  private static let there = whole.union([.inside])

  static let ofTheQueue: [Deed] = [
    Deed("opens the queue", .decide, there.union([.outside])) { ground in try await Deed.reading(ground, "/moderation") },
    Deed("reads what was reported", .decide, there) { ground in try await Deed.reading(ground, try await ground.reported().path) },
    Deed("takes a report in hand", .decide, there) { ground in
      let thing = try await ground.reported()
      return try await Deed.counting(ground, "\(thing.path)/claim", [:], ground.inHand)
    },
    // Nothing waits for who looks after another category: they are led back to their empty queue.
    Deed("takes what waits longest", .decide, there, halfway: [.outside]) { ground in
      _ = try await ground.reported()
      return try await Deed.counting(ground, "/moderation/next", [:], ground.inHand)
    },
    Deed("lets go of what they have in hand", .decide, there, halfway: [.outside]) { ground in
      let thing = try await ground.reported()
      try await ground.browser.post("\(thing.path)/claim")
      return try await Deed.counting(
        ground, "\(thing.path)/release", [:], "SELECT count(*) FROM review WHERE id = \(thing.review) AND claimed_by IS NULL")
    },
    Deed("takes a post in hand that nobody reported", .decide, there) { ground in
      let post = try await ground.post()
      return try await Deed.counting(ground, "/p/\(post.rawValue)/moderate", [:], ground.inHand)
    },
    Deed("takes a member in hand", .decide, whole) { ground in try await Deed.counting(ground, "/m/sam/moderate", [:], ground.inHand) },
    Deed("lets a held post through", .decide, there) { ground in
      let thing = try await ground.held()
      return try await Deed.counting(
        ground, thing.path, ["verdict": "fine", "rule": "spam"],
        "SELECT count(*) FROM post WHERE id = \(thing.post) AND hidden = FALSE")
    },
    Deed("hides what was reported", .hideAny, there) { ground in
      let thing = try await ground.reported()
      return try await Deed.counting(
        ground, thing.path, ["verdict": "hide", "rule": "spam"], "SELECT count(*) FROM post WHERE id = \(thing.post) AND hidden = TRUE")
    },
    Deed("removes what was reported", .decide, there) { ground in
      let thing = try await ground.reported()
      return try await Deed.counting(ground, thing.path, ["verdict": "delete", "rule": "spam"], ground.removed(thing.post))
    },
    Deed("suspends its author besides", .restrictMembers, whole) { ground in
      let thing = try await ground.reported(by: .omar)
      return try await Deed.counting(
        ground, thing.path, ["verdict": "delete", "rule": "spam", "restriction": "suspend7"], ground.removed(thing.post))
    },
  ]

  static let ofTheLog: [Deed] = [
    Deed("looks at a wave", .decide, there.union([.outside])) { ground in
      try await Deed.reading(ground, "/moderation/wave?kind=link&value=shop.example")
    },
    Deed("lets many through by one press", .decide, there) { ground in
      let thing = try await ground.held()
      return try await Deed.counting(
        ground, "/moderation/wave", ["review": "\(thing.review.rawValue)", "outcome": "fine"],
        "SELECT count(*) FROM post WHERE id = \(thing.post) AND hidden = FALSE")
    },
    Deed("removes many by one press", .decide, there) { ground in
      let thing = try await ground.held()
      return try await Deed.counting(
        ground, "/moderation/wave", ["review": "\(thing.review.rawValue)", "outcome": "spam"], ground.removed(thing.post))
    },
    Deed("removes many by one press and suspends who wrote them", .restrictMembers, whole) { ground in
      let thing = try await ground.held(by: .sam)
      return try await Deed.counting(
        ground, "/moderation/wave", ["review": "\(thing.review.rawValue)", "outcome": "spam", "suspend": "yes"], ground.removed(thing.post))
    },
    Deed("looks at a decision once more", .decide, there) { ground in
      let review = try await ground.doubted()
      return try await Deed.counting(
        ground, "/moderation/\(review.rawValue)/second-look", ["outcome": "undone", "answer": "You are right."],
        "SELECT count(*) FROM decision WHERE look_done_at IS NOT NULL")
    },
    Deed("takes a decision back", .hideAny, there) { ground in
      let (act, post) = try await ground.decided()
      return try await Deed.counting(
        ground, "/admin/log/\(act.rawValue)/undo", [:], "SELECT count(*) FROM post WHERE id = \(post) AND hidden = FALSE")
    },
    Deed("takes a suspension back", .restrictMembers, whole) { ground in
      let act = try await ground.suspended()
      return try await Deed.counting(
        ground, "/admin/log/\(act.rawValue)/undo", [:], "SELECT count(*) FROM member WHERE handle = 'zoe' AND suspended_until IS NULL")
    },
    Deed("reads the log", .readLog, whole) { ground in try await Deed.reading(ground, "/admin/log") },
    Deed("takes the log along", .readLog, whole) { ground in try await Deed.reading(ground, "/admin/log.csv") },
  ]
}

/// Something that waits, with the post it is about.
struct Waiting: Sendable {
  let review: ReviewID
  let post: PostID
  var path: String { "/moderation/\(review.rawValue)" }
}

extension Ground {
  /// How many things somebody took in hand just now.
  var inHand: SQL { "SELECT count(*) FROM review WHERE claimed_at = \(forum.store.clock.now)" }

  func removed(_ post: PostID) -> SQL { "SELECT count(*) FROM post WHERE id = \(post) AND deleted_at IS NOT NULL" }

  /// An answer in the category "here".
  func post(by person: Person = .ana) async throws -> PostID {
    try await forum.store.reply("See shop.example.", to: try await question().topic, by: try who(person))
  }

  func reported(by person: Person = .ana) async throws -> Waiting {
    let (post, sam) = (try await post(by: person), try who(.sam))
    let report = FileReport(.post(post), reason: .spam, note: .none)
    try await forum.store.write { tx in try report.perform(by: .member(sam), in: tx) }
    return try await waiting(post)
  }

  func held(by person: Person = .ana) async throws -> Waiting {
    let post = try await post(by: person)
    try await forum.store.write { tx in try Review.hold(post, because: .links, in: tx) }
    return try await waiting(post)
  }

  /// A post that another moderator than the one who tries has hidden, and that act.
  func decided() async throws -> (act: ActID, post: PostID) {
    let (thing, judge) = (try await reported(), try judge())
    let decide = Decide(thing.review, .hide, why: .init(rule: .spam, words: .none, note: .none))
    return (try await forum.store.write { tx in try decide.perform(by: judge, in: tx) }, thing.post)
  }

  /// What waits once the author of a hidden post has asked for a second look.
  func doubted() async throws -> ReviewID {
    let (act, ana) = (try await decided().act, try who(.ana))
    return try await forum.store.write { tx in
      let decision = try #require(try Decision.find(act, of: ana, in: tx))
      try AskSecondLook(words: .none).perform(on: decision, in: tx)
      return try #require(try tx.value("SELECT id FROM review WHERE act_id = \(act)"))
    }
  }

  func suspended() async throws -> ActID {
    let (zoe, judge) = (try who(.zoe).id, try judge())
    let restrict = RestrictMember(zoe, .suspend(.week), rule: .spam, words: .none, note: .none)
    return try await forum.store.write { tx in try restrict.perform(by: judge, in: tx) }
  }

  /// Nobody looks again at what they decided themselves.
  private func judge() throws -> Actor { try who(part == .admin ? .tomas : .noor) }

  private func waiting(_ post: PostID) async throws -> Waiting {
    let review: ReviewID? = try await forum.store.read { tx in
      try tx.value("SELECT id FROM review WHERE post_id = \(post) AND settled_at IS NULL")
    }
    return Waiting(review: try #require(review), post: post)
  }
}
