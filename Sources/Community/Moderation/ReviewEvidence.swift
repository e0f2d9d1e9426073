import Database
import Markup

/// What things in the queue have in common, so that a wave of them is decided at once: where they came from, where they lead, what they say.
enum ReviewEvidence {
  private static let mostLinks = 10

  static func note(_ subject: ReviewSubject, in review: ReviewID, in tx: Transaction) throws {
    let author: MemberID?
    switch subject {
    case .member(let member): author = member
    case .part: return
    case .post(let post):
      let found = try tx.first("SELECT author_id, body, html FROM post WHERE id = \(post)") { row in
        (author: try row.next(MemberID.self), body: try row.next(String.self), html: try row.next(String.self))
      }
      guard let found else { return }
      author = found.author
      for host in hosts(inHTML: found.html).prefix(mostLinks) { try add("link", host, to: review, in: tx) }
      let words = fingerprint(found.body)
      if !words.isEmpty { try add("text", words, to: review, in: tx) }
    }
    let addresses = try tx.values(
      "SELECT DISTINCT address FROM session WHERE member_id = \(author) ORDER BY address LIMIT 3", as: String.self)
    for address in addresses where !address.isEmpty { try add("address", address, to: review, in: tx) }
  }

  private static func add(_ kind: String, _ value: String, to review: ReviewID, in tx: Transaction) throws {
    try tx.run("INSERT INTO review_evidence (review_id, kind, value) VALUES (\(review), \(kind), \(value)) ON CONFLICT DO NOTHING")
  }

  /// The hosts that links of a rendered text lead to, each once, in their order.
  static func hosts(inHTML html: String) -> [String] {
    var hosts: [String] = []
    for piece in html.split(separator: "href=\"http").dropFirst() {
      guard let slashes = piece.firstRange(of: "://") else { continue }
      let host = piece[slashes.upperBound...].prefix { $0 != "/" && $0 != "\"" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
      let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
      if !bare.isEmpty, !hosts.contains(bare) { hosts.append(bare) }
    }
    return hosts
  }

  /// The same for texts that differ only in links, digits, spaces and capitals: FNV-1a over their letters. Empty for a text too short to say.
  static func fingerprint(_ body: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var letters = 0
    for word in body.split(whereSeparator: \.isWhitespace) where !word.contains("://") {
      for scalar in word.lowercased().unicodeScalars where scalar.properties.isAlphabetic {
        hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01b3
        letters += 1
      }
    }
    return letters < 20 ? "" : String(hash, radix: 36)
  }
}
