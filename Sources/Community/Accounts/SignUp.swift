package import Database

/// Makes an account that works at once: one question and its replies, until the mailed link was followed.
package struct SignUp: Sendable {
  let name: DisplayName
  let email: EmailAddress
  let passwordHash: String
  let address: String
  let invitation: SecretToken?
  let suspicion: Suspicion
  let terms: Int?

  /// `passwordHash` is the encoded hash of the password chosen; it is made whether or not the address is taken, so that both take as long.
  /// `address` is where the request came from, for the limit.
  /// `invitation` is the link somebody came by; `suspicion` what the form told of who filled it in; `terms` is the
  /// version of the terms it showed.
  package init(
    name: DisplayName, email: EmailAddress, passwordHash: String, address: String, invitation: SecretToken? = nil,
    suspicion: Suspicion = .none, terms: Int? = nil
  ) {
    self.name = name
    self.email = email
    self.passwordHash = passwordHash
    self.address = address
    self.invitation = invitation
    self.suspicion = suspicion
    self.terms = terms
  }

  package enum Outcome: Sendable, Equatable {
    case created(MemberID)
    /// There is an account already. Its owner is told; who typed this is signed in if the password is right (see ``SignIn``), and else
    /// reads the one sentence that a wrong password gets.
    case taken
  }

  /// Throws ``ForumError/tooSoon(_:until:)`` past the limits, ``ForumError/invalid(_:)`` for a name that is the company's or an address of a
  /// domain that is not taken, ``ForumError/conflict(_:)`` for terms that changed meanwhile, ``ForumError/forbidden(_:)`` where nobody, or nobody without a link, may join. All of that is asked before
  /// anybody is looked up, so that it tells nothing of who has an account.
  package func perform(in tx: Transaction) throws -> Outcome {
    try AttemptLimit(.signUp, most: 20, per: .hours(1)).count("address:\(address)", in: tx)
    try AttemptLimit(.signUp, most: 5, per: .hours(1)).count("email:\(email.key)", in: tx)
    if let network = NetworkRange.around(address) {
      try AttemptLimit(.signUp, most: 60, per: .hours(1)).count("network:\(network)", in: tx)
    }
    try EntryCheck.checkMayJoin(email, from: address, in: tx)
    let mode = try SignUpSettings.load(in: tx).mode
    let isInvited = try isInvited(mode, in: tx)
    try NameGuard.check(name.text, field: "name", me: nil, in: tx)
    let terms = try TermsAcceptance.holding(shown: terms, in: tx)
    let member = NewMember(name: name, email: email, passwordHash: passwordHash, role: .member, isVerified: false)
    guard let id = try member.insert(in: tx) else {
      let owner: MemberID? = try tx.value("SELECT id FROM member WHERE email_key = \(email.key)")
      try tx.record(Event(.emailTriedAgain, member: owner))
      return .taken
    }
    if let invitation, isInvited, !(try Invitation.use(invitation, in: tx)) { throw ForumError.forbidden(.invitationSpent) }
    if let terms { try TermsAcceptance.note(id, terms, in: tx) }
    try tx.record(Event(.memberJoined, actor: id, member: id))
    if let rule = try hold(mode, isInvited: isInvited, in: tx) { try Review.hold(id, because: rule, in: tx) }
    return .created(id)
  }

  /// Whether a good link brought them. Throws where nobody may join, or nobody without one.
  private func isInvited(_ mode: SignUpMode, in tx: Transaction) throws -> Bool {
    if mode == .closed { throw ForumError.forbidden(.signUpClosed) }
    guard let invitation else {
      if mode == .invitation { throw ForumError.forbidden(.byInvitation) }
      return false
    }
    let isGood = try Invitation.isGood(invitation, in: tx)
    if mode == .invitation, !isGood { throw ForumError.forbidden(.invitationSpent) }
    return isGood
  }

  /// Why a person looks at the account first; nil where nobody has to.
  private func hold(_ mode: SignUpMode, isInvited: Bool, in tx: Transaction) throws -> ActRule? {
    if suspicion == .trap { return .trap }
    if mode == .approval, !isInvited { return .approval }
    return try suspicion == .pace && PreventionSettings.load(in: tx).pace == .always ? .pace : nil
  }
}
