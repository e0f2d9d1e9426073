/// Every reaction of this server, for the composition root.
package enum Reactions {
  package static func all(_ mailroom: Mailroom) -> [any Reaction] {
    [
      MailVerification(mailroom), MailPasswordReset(mailroom), MailEmailChange(mailroom), TellOwnerOfTakenEmail(mailroom),
      TellStaffOfObjection(mailroom), TellOfDecision(mailroom), AnswerReports(mailroom), Tell(mailroom), LearnSpam(),
      MailReleased(mailroom), MailJoinedAccounts(mailroom),
    ]
  }
}
