package import Community
package import Database
import Pages

/// Mails the link that shows that an address is read by its member: after joining, and when asked for again.
package struct MailVerification: Reaction {
  package static let name = "mailVerification"
  package static let kinds: Set<Event.Kind> = [.memberJoined, .memberClaimed, .verificationAsked]
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard event.isFresh(at: tx.now), let id = event.event.member, let member = try Addressee.find(id, in: tx), !member.isVerified
    else { return }
    try mailroom.postLink(.verify, .verify, Paths.verify(token:), to: member, address: member.address, in: tx)
  }
}

/// Mails the link for a new password. It goes to an address that is not verified too: reading it there is the proof that was missing.
package struct MailPasswordReset: Reaction {
  package static let name = "mailPasswordReset"
  package static let kinds: Set<Event.Kind> = [.passwordResetAsked]
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard event.isFresh(at: tx.now), let id = event.event.member, let member = try Addressee.find(id, in: tx) else { return }
    try mailroom.postLink(.reset, .reset, Paths.reset(token:), to: member, address: member.address, in: tx)
  }
}

/// Mails the link by which a new address is taken on, to that address; and tells the old one once it is done.
package struct MailEmailChange: Reaction {
  package static let name = "mailEmailChange"
  package static let kinds: Set<Event.Kind> = [.emailChangeAsked, .emailChanged]
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard event.isFresh(at: tx.now), let id = event.event.member, !event.event.detail.isEmpty,
      let member = try Addressee.find(id, in: tx)
    else { return }
    if event.event.kind == .emailChangeAsked {
      try mailroom.postLink(.changeEmail, .changeEmail, Paths.email(token:), to: member, address: event.event.detail, in: tx)
    } else {
      let site = try SiteSettings.load(in: tx).name
      let letter = Letter(.emailChanged, site: site, name: member.name, url: nil)
      try mailroom.post(letter, to: member, at: event.event.detail, in: tx)
    }
  }
}

/// Tells a member that their address was given for another account, if the address is known to be theirs.
package struct TellOwnerOfTakenEmail: Reaction {
  package static let name = "tellOwnerOfTakenEmail"
  package static let kinds: Set<Event.Kind> = [.emailTriedAgain]
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard event.isFresh(at: tx.now), let id = event.event.member, let member = try Addressee.find(id, in: tx), member.isVerified
    else { return }
    let letter = Letter(
      .emailTriedAgain, site: try SiteSettings.load(in: tx).name, name: member.name, url: mailroom.baseURL + Paths.signIn)
    try mailroom.post(letter, to: member, in: tx)
  }
}

extension Mailroom {
  /// Issues a link and posts it. The token is made here and kept nowhere but in the letter.
  fileprivate func postLink(
    _ purpose: AccountTokens.Purpose, _ kind: Letter.Kind, _ path: (String) -> String, to member: Addressee, address: String,
    in tx: Transaction
  ) throws {
    let token = SecretToken(random)
    try AccountTokens.issue(token, purpose, for: member.id, address: address, in: tx)
    let letter = Letter(kind, site: try SiteSettings.load(in: tx).name, name: member.name, url: baseURL + path(token.text))
    try post(letter, to: member, at: address, in: tx)
  }
}

extension RecordedEvent {
  /// A reaction that is new, or was held up for long, does not send what nobody waits for any more.
  fileprivate func isFresh(at now: Timestamp) -> Bool { now - at < .days(1) }
}

/// Tells the address of an account that became part of another that it is no more: whoever reads mail there may not be who they are taken for.
package struct MailJoinedAccounts: Reaction {
  package static let name = "mailJoinedAccounts"
  package static let kinds: Set<Event.Kind> = [.membersJoined]
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard event.isFresh(at: tx.now), let id = event.event.member, !event.event.detail.isEmpty,
      let member = try Addressee.find(id, evenSuspended: true, in: tx)
    else { return }
    let letter = Letter(.accountsJoined, site: try SiteSettings.load(in: tx).name, name: member.name, url: nil)
    try mailroom.post(letter, to: member, at: event.event.detail, in: tx)
  }
}
