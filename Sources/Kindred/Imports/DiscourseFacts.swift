import Community
import Dumps

/// What must be known of all topics before the first is written: who wrote since when, which categories there are, and the order.
struct DiscourseFacts: Sendable {
  struct Person: Sendable {
    var name: String
    var since: Int64
    /// When the name was seen; the last one is theirs.
    var namedAt: Int64
  }

  /// By account; nil is everybody whose account is gone.
  private(set) var people: [Int?: Person] = [:]
  private(set) var categoryIDs: Set<Int?> = []
  private(set) var problems: [String] = []
  private(set) var topics = 0
  private(set) var posts = 0
  private(set) var accepted = 0
  private(set) var hidden = 0
  private(set) var closed = 0
  private(set) var lines: [HistoryKind: Int] = [:]
  private var leftOut: [DiscourseThread.LeftOut: Int] = [:]
  private var files: [(file: DiscourseDump.File, at: Int64)] = []
  private var mentioned: [Int: [DiscourseCategory: Int]] = [:]
  private let known: [Int: DiscourseCategory]

  /// Reads everything once, on two cores.
  init(_ dump: DiscourseDump, progress: (Int64) -> Void = { _ in }) async throws {
    known = Dictionary(dump.categories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var done: Int64 = 0
    for start in stride(from: 0, to: dump.files.count, by: 200) {
      try Task.checkCancellation()
      let files = dump.files[start..<min(start + 200, dump.files.count)]
      let middle = (files.startIndex + files.endIndex) / 2
      async let first = Self.read(dump, files[..<middle])
      async let second = Self.read(dump, files[middle...])
      for (file, found) in await first + second { add(found, file, &done) }
      progress(done)
    }
    files.sort { ($0.at, $0.file.name) < ($1.at, $1.file.name) }
  }

  /// What a topic adds, without its texts.
  private struct Seen: Sendable {
    var problems: [String] = []
    var thread: DiscourseThread?
    var topic: DiscourseTopic?
    var categories: [DiscourseCategory] = []
  }

  private static func read(_ dump: DiscourseDump, _ files: ArraySlice<DiscourseDump.File>) async -> [(DiscourseDump.File, Seen)] {
    files.map { file in
      switch dump.topics([file]).next() {
      case .record(let topic, _):
        let thread = DiscourseThread(topic)
        let categories = thread?.posts.flatMap { DiscourseCategory.named(in: $0.cooked) } ?? []
        return (file, Seen(problems: topic.problems.map(\.description), thread: thread, topic: topic, categories: categories))
      case .bad(let bad): return (file, Seen(problems: [bad.description]))
      case nil: return (file, Seen())
      }
    }
  }

  private mutating func add(_ seen: Seen, _ file: DiscourseDump.File, _ done: inout Int64) {
    done += file.size
    problems += seen.problems
    guard let topic = seen.topic else { return }
    guard let thread = seen.thread else {
      leftOut[!topic.isPublic ? .message : topic.isDeleted ? .deletedTopic : .empty, default: 0] += 1
      return
    }
    files.append((file, thread.opening.createdAt))
    categoryIDs.insert(topic.categoryID)
    topics += 1
    if topic.isClosed { closed += 1 }
    for post in topic.posts {
      if let reason = DiscourseThread.leavingOut(post) {
        leftOut[reason, default: 0] += 1
        continue
      }
      add(post)
      guard post.kind != .smallAction else { continue }
      posts += 1
      if post.isHidden { hidden += 1 }
    }
    for line in thread.lines { lines[line.kind, default: 0] += 1 }
    accepted += thread.replies.count { $0.isAccepted }
    for category in seen.categories { mentioned[category.id, default: [:]][category, default: 0] += 1 }
  }

  private mutating func add(_ post: DiscoursePost) {
    var person = people[post.userID] ?? Person(name: "", since: post.createdAt, namedAt: .min)
    person.since = min(person.since, post.createdAt)
    if post.userID != nil, let name = post.username, !name.isEmpty, post.createdAt >= person.namedAt {
      (person.name, person.namedAt) = (name, post.createdAt)
    }
    people[post.userID] = person
  }

  /// Oldest topic first, so that numbers grow with time.
  var ordered: [DiscourseDump.File] { files.map(\.file) }

  /// What was left out, in words.
  var leavingOut: [String] {
    DiscourseThread.LeftOut.allCases.compactMap { reason in leftOut[reason].map { "\($0) \(reason.rawValue)" } }
  }

  /// The categories that topics lie in: as the forum's list says, or else as links in posts call them.
  var categories: [(id: Int?, category: DiscourseCategory)] {
    categoryIDs.sorted { ($0 ?? 0) < ($1 ?? 0) }.map { id in
      guard let id else { return (nil, DiscourseCategory(unnamed: "Uncategorized")) }
      let said = mentioned[id]?.max { ($0.value, $1.key.name) < ($1.value, $0.key.name) }?.key
      return (id, known[id] ?? said ?? DiscourseCategory(numbered: id))
    }
  }
}
