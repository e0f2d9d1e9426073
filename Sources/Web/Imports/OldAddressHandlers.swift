import Community
import Database
import Pages

/// Leads old addresses on, for who may see what lies behind them; to others there is nothing.
enum OldAddressHandlers {
  static func question(_ context: SiteContext) async throws -> Reply {
    let number = try number("id", context)
    return try await context.reply { maker, tx in try topic(number, maker.viewer, tx) }
  }

  static func answer(_ context: SiteContext) async throws -> Reply {
    let number = try number("id", context)
    return try await context.reply { maker, tx in
      guard let place = try OldAddress.post(number, for: maker.viewer, in: tx) else { throw ForumError.notFound }
      return .redirect(Paths.place(place), status: .moved)
    }
  }

  /// An answer named behind its question; where it is not, the question.
  static func answerOfQuestion(_ context: SiteContext) async throws -> Reply {
    let question = try number("id", context)
    let answer = try? number("answer", context)
    return try await context.reply { maker, tx in
      if let answer, let place = try OldAddress.post(answer, for: maker.viewer, in: tx) {
        return .redirect(Paths.place(place), status: .moved)
      }
      return try topic(question, maker.viewer, tx)
    }
  }

  /// Whether an address is `/t/WORDS/TOPIC`, as other forums have it, and not `/t/TOPIC/WORDS`, as we do.
  static func namesTopicLast(_ request: PageRequest) -> Bool {
    !isNumber(request.parameter("id") ?? "") && isNumber(request.parameter("slug") ?? "")
  }

  static func topicLast(_ context: SiteContext) async throws -> Reply {
    let old = "t/" + (try number("slug", context))
    return try await context.reply { maker, tx in try topic(old, maker.viewer, tx) }
  }

  /// A post by its number in its topic; where it is not, the topic.
  static func postOfTopic(_ context: SiteContext) async throws -> Reply {
    guard !isNumber(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    let old = "t/" + (try number("slug", context))
    let number = try number("number", context)
    return try await context.reply { maker, tx in try post(number, of: old, maker.viewer, tx) }
  }

  /// `/t/TOPIC` or `/t/TOPIC/POST` of the old forum, where the first number is not one of our topics that the viewer may open.
  static func numbersAlone(_ request: PageRequest, for viewer: Viewer, in tx: Transaction) throws -> Reply {
    let id = request.parameter("id") ?? ""
    guard isNumber(id) else { throw ForumError.notFound }
    guard let number = request.parameter("slug") else { return try topic("t/" + id, viewer, tx) }
    guard isNumber(number) else { throw ForumError.notFound }
    return try post(number, of: "t/" + id, viewer, tx)
  }

  static func member(_ context: SiteContext) async throws -> Reply {
    let name = (context.request.parameter("name") ?? "").lowercased()
    return try await context.reply { _, tx in
      guard let handle = try OldAddress.member("u/" + name, in: tx) else { throw ForumError.notFound }
      return .redirect(Paths.member(handle), status: .moved)
    }
  }

  /// The number tells, or else the last of the words.
  static func category(_ context: SiteContext) async throws -> Reply {
    let last = context.request.parameter("last") ?? ""
    return try await context.reply { maker, tx in try category(last, for: maker.viewer, in: tx) }
  }

  static func innerCategory(_ context: SiteContext) async throws -> Reply {
    let number = try number("number", context)
    return try await context.reply { maker, tx in try category(number, for: maker.viewer, in: tx) }
  }

  /// The category that was called so, or had this number.
  static func category(_ name: String, for viewer: Viewer, in tx: Transaction) throws -> Reply {
    let name = name.lowercased()
    if let slug = try CategoryRow.renamed(name, for: viewer, in: tx) { return .redirect(Paths.category(slug), status: .moved) }
    guard let slug = try OldAddress.category("c/" + name, for: viewer, in: tx) else { throw ForumError.notFound }
    return .redirect(Paths.category(slug), status: .moved)
  }

  private static func post(_ number: String, of topic: String, _ viewer: Viewer, _ tx: Transaction) throws -> Reply {
    if number != "1", let place = try OldAddress.post(topic + "/" + number, for: viewer, in: tx) {
      return .redirect(Paths.place(place), status: .moved)
    }
    return try self.topic(topic, viewer, tx)
  }

  private static func topic(_ number: String, _ viewer: Viewer, _ tx: Transaction) throws -> Reply {
    if let topic = try OldAddress.topic(number, for: viewer, in: tx) {
      return .redirect(Paths.topic(topic.id, topic.slug), status: .moved)
    }
    // Questions and answers were numbered together, and the old forum led either number on.
    guard let place = try OldAddress.post(number, for: viewer, in: tx) else { throw ForumError.notFound }
    return .redirect(Paths.place(place), status: .moved)
  }

  private static func number(_ name: String, _ context: SiteContext) throws -> String {
    let text = context.request.parameter(name) ?? ""
    guard isNumber(text) else { throw ForumError.notFound }
    return text
  }

  private static func isNumber(_ text: String) -> Bool {
    (1...18).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
