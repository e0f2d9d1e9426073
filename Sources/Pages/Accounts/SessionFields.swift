import Community
import Templates

/// Where somebody is signed in, so that they can recognise it and end it.
struct SessionFields: Fields {
  let device: String
  let address: String?
  let seen: TimeText
  let since: TimeText
  let isCurrent: Bool
  let endPath: String

  /// Without a path it is one of the reader's own.
  init(_ row: SessionRow, isCurrent: Bool, endPath: String? = nil, maker: PageMaker) {
    device = Self.device(row.agent, words: maker.words)
    address = row.address.isEmpty ? nil : row.address
    seen = maker.time(row.seenAt)
    since = maker.time(row.createdAt)
    self.isCurrent = isCurrent
    self.endPath = endPath ?? Paths.endSession(row.id)
  }

  private init() {
    (device, address, seen, since, isCurrent, endPath) = (
      "Firefox on Linux", "192.0.2.1", .sample, .sample, true, "/settings/sessions/1/end"
    )
  }

  /// Browsers claim to be one another: the first of these that is named is the one it is.
  private static func device(_ agent: String, words: Words) -> String {
    let browser = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")]
      .first { agent.contains($0.0) }?.1
    let system = [
      ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
    ]
    .first { agent.contains($0.0) }?.1
    guard let browser, let system else { return agent.isEmpty ? words.text("session.unknown") : String(agent.prefix(60)) }
    return words.text("session.device", ["browser": .text(browser), "system": .text(system)])
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "device": .text(device)
    case "address": address.map(Field.text) ?? .nothing
    case "seen": .one(seen)
    case "since": .one(since)
    case "isCurrent": .flag(isCurrent)
    case "endPath": .text(endPath)
    default: nil
    }
  }

  static let sample = SessionFields()
}
