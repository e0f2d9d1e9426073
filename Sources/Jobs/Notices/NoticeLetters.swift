import Community
import Database
import Pages

extension Mailroom {
  /// How long mail of a notice waits: whoever is here reads it here.
  static let holding = Span.minutes(10)

  /// Puts mail of these notices into the queue, without a word in it: it is written when it is sent.
  func hold(_ told: [ToldNotice], in tx: Transaction) throws {
    for notice in told {
      guard let kind = notice.mail else { continue }
      try tx.run(
        """
        INSERT INTO mail (message_id, kind, member_id, to_name, to_address, subject, body_text, body_html, created_at, due_at, notice_id)
        SELECT \(messageID()), \(kind), member.id, '', '', '', '', '', \(tx.now), \(tx.now + Self.holding), \(notice.id)
        FROM member WHERE member.id = \(notice.member) AND member.email IS NOT NULL AND member.bounced_at IS NULL
        ON CONFLICT (notice_id) DO NOTHING
        """)
    }
  }
}

/// Writes the mail of a notice at the moment it is sent.
package struct NoticeLetters: Sendable {
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  /// A letter with where it goes and how it is stopped.
  struct Addressed: Sendable {
    let name: String
    let address: String
    let letter: WrittenLetter
    let stopURL: String
  }

  /// Nil where it is not to be sent any more: it was read, taken away, muted or is not wanted, or the address is not known to be theirs
  /// or does not take mail.
  func write(_ notice: NoticeID, _ kind: NoticeMail, to member: MemberID, in tx: Transaction) throws -> Addressed? {
    guard let addressee = try Addressee.find(member, in: tx), addressee.isVerified, !addressee.bounces,
      let viewer = try Viewer.find(member, in: tx),
      let actor = Actor(viewer), let mailed = try MailedNotice.find(notice, kind, for: actor, in: tx)
    else { return nil }
    let token = SecretToken(mailroom.random)
    try MailStops.issue(token, kind, for: member, in: tx)
    let stopURL = mailroom.baseURL + Paths.stopMail(token: token.text)
    let letter = Letter(
      .notice(kind), site: try SiteSettings.load(in: tx).name, name: addressee.name, url: mailroom.baseURL + mailed.path,
      subject: String(mailed.title.prefix(100)), about: Letter.About(who: mailed.author, html: mailed.html, stopURL: stopURL))
    return Addressed(
      name: addressee.name, address: addressee.address, letter: mailroom.letters.write(letter, in: addressee.language), stopURL: stopURL)
  }
}

extension MailedNotice {
  fileprivate var path: String {
    switch place {
    case .post(let post, _, _, _): Paths.post(post)
    case .message(let part, _): Paths.part(part)
    case .decision(let act, _): Paths.decision(act)
    case .report(_, let post, _, _): post.map(Paths.post) ?? Paths.notices
    }
  }

  fileprivate var title: String {
    switch place {
    case .post(_, _, let title, _), .message(_, let title), .report(_, _, let title, _): title
    case .decision: ""
    }
  }
}
