package import Community
import Database
package import Pages

/// What every reaction that writes mail needs: words, links, and names for the messages.
package struct Mailroom: Sendable {
  /// The public address of the site, without a slash at its end; links come from nowhere else.
  let baseURL: String
  let random: RandomBytes
  let letters: LetterWriter

  package init(baseURL: String, letters: LetterWriter, random: @escaping RandomBytes) {
    self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    self.letters = letters
    self.random = random
  }

  /// Puts a letter into the queue, in the transaction it follows from. It goes to the member's address unless another one is said. Nothing leaves before that is committed.
  /// `after` is how long it waits at least. Answers the message's name.
  @discardableResult func post(
    _ letter: Letter, to member: Addressee, at address: String? = nil, after delay: Span = .minutes(0), in tx: Transaction
  ) throws -> String {
    let name = messageID()
    let written = letters.write(letter, in: member.language)
    try tx.run(
      """
      INSERT INTO mail (message_id, kind, member_id, to_name, to_address, subject, body_text, body_html, created_at, due_at)
      VALUES (\(name), \(letter.kind.rawValue), \(member.id), \(letter.name), \(address ?? member.address), \(written.subject), \(written.text),
        \(written.html), \(tx.now), \(tx.now + delay))
      """)
    return name
  }

  /// The same to somebody who is no member and left an address for an answer.
  func post(_ letter: Letter, toStranger address: String, after delay: Span, in tx: Transaction) throws {
    let written = letters.write(letter, in: nil)
    try tx.run(
      """
      INSERT INTO mail (message_id, kind, to_name, to_address, subject, body_text, body_html, created_at, due_at)
      VALUES (\(messageID()), \(letter.kind.rawValue), '', \(address), \(written.subject), \(written.text), \(written.html), \(tx.now),
        \(tx.now + delay))
      """)
  }

  func messageID() -> String {
    let host = baseURL.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first?.split(separator: ":").first ?? ""
    let isName =
      host.contains(".")
      && host.utf8.allSatisfy { $0 == 0x2D || $0 == 0x2E || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) }
    let digits = Array("0123456789abcdef")
    let name = String(random(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    return "\(name)@\(isName && !(host.last?.isNumber ?? true) ? host.lowercased() : "kindred.invalid")"
  }
}
