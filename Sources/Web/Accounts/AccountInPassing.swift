package import Community
package import Database
import Passwords

/// Who somebody is, proved by what they typed: their own account, or a new one. Used by sign-in and sign-up, and where a visitor asks first.
///
/// Made before any write, because hashing is slow; performed inside the write that does what they came for, so that both happen or none:
///
///     let account = try await AccountInPassing.prepare(form.values, context)      // ForumError.invalid at name, email, password; tooSoon
///     let topic = try await context.write { tx in
///       let actor = try account.perform(in: tx)
///       return try open.perform(by: actor, in: tx)
///     }
///     return .redirect(place, cookies: [account.cookie])
///
/// A form that takes it declares ``fields`` and shows `components/account` (`AccountInputs` of Pages).
package struct AccountInPassing: Sendable {
  private enum Way: Sendable {
    case known(SignIn.Finish, MemberID)
    case new(SignUp)
  }
  private let way: Way
  private let session: NewSession
  private let replaced: SecretToken?
  /// Keeps them signed in; good once the write is done.
  package let cookie: Cookie

  /// The fields `name`, `email` and `password`, and the version of the terms that was shown beside them.
  package static let fields = [AccountFormFields.name, AccountFormFields.email, AccountFormFields.password, AccountFormFields.terms]

  /// With a name: a new account, or an old one by its right password. Without one: an old one.
  /// Throws ``ForumError/invalid(_:)`` and ``ForumError/tooSoon(_:until:)``.
  package static func prepare(_ form: FormValues, _ context: SiteContext) async throws -> AccountInPassing {
    if !form["name"].allSatisfy(\.isWhitespace) { return try await joining(form, context) }
    do { return try await signingIn(form, context) } catch ForumError.invalid(let problems) {
      guard try await context.read({ try SignUpSettings.load(in: $0).mode.takesStrangers }) else { throw ForumError.invalid(problems) }
      // Who has no account yet left the name out.
      throw ForumError.invalid([FieldProblem("name", Problem(.empty))] + problems)
    }
  }

  /// What is wrong with what was typed, before anybody is looked up: said together with what is wrong with the rest of a form.
  static func problems(in form: FormValues) -> [FieldProblem] {
    var reader = FormReader(form)
    _ = reader.read("email", EmailAddress.init)
    if form["name"].allSatisfy(\.isWhitespace) {
      _ = reader.read("password", requiredText)
    } else {
      _ = reader.read("name", DisplayName.init)
      _ = reader.newPassword("password", notLike: [form["name"], form["email"]])
    }
    guard case .invalid(let problems) = reader.failure else { return [] }
    return problems
  }

  /// Fields `email` and `password`. An unknown address takes as long as a known one and gets the same answer.
  static func signingIn(_ form: FormValues, _ context: SiteContext) async throws -> AccountInPassing {
    var reader = FormReader(form)
    let email = reader.read("email", EmailAddress.init)
    let typed = reader.read("password", requiredText)
    guard let email, let typed else { throw reader.failure }
    let known = try await Verification.of(email, typed, context)
    guard let way = try await knownWay(known, typed, context) else { throw ForumError.invalid("password", .credentialsWrong) }
    return way
  }

  /// Fields `name`, `email` and `password`. Whoever has the address already is told; who typed it reads what a wrong password gets.
  static func joining(_ form: FormValues, _ context: SiteContext) async throws -> AccountInPassing {
    let site = try await context.read { try SiteSettings.load(in: $0).name }
    var reader = FormReader(form)
    let name = reader.read("name", DisplayName.init)
    let email = reader.read("email", EmailAddress.init)
    let password = reader.newPassword("password", notLike: [form["name"], form["email"], site])
    guard let name, let email, let password else { throw reader.failure }
    let known = try await Verification.of(email, form["password"], context)
    // Made for a taken address too, so that both take as long.
    let hash = try await context.services.passwords.hash(password)
    if let way = try await knownWay(known, form["password"], context) { return way }
    let signUp = SignUp(
      name: name, email: email, passwordHash: hash.encoded, address: context.request.address,
      invitation: SecretToken(presented: form["by"]), suspicion: FormTrap.suspicion(form, now: context.now),
      terms: Int(form["terms"]))
    if known.member != nil {
      try await context.write { tx in _ = try signUp.perform(in: tx) }
      throw ForumError.invalid("password", .credentialsWrong)
    }
    return AccountInPassing(.new(signUp), context)
  }

  /// Opens the session, after making the account if it is new. Throws ``ForumError/invalid(_:)`` when somebody was faster.
  package func perform(in tx: Transaction) throws -> Actor {
    if let replaced { try Sessions.end(replaced, in: tx) }
    let member: MemberID
    switch way {
    case .known(let finish, let id):
      try finish.perform(in: tx)
      member = id
    case .new(let signUp):
      guard case .created(let id) = try signUp.perform(in: tx) else { throw ForumError.invalid("password", .credentialsWrong) }
      try Sessions.open(for: id, session, in: tx)
      member = id
    }
    guard let actor = try Viewer.find(member, in: tx).flatMap(Actor.init) else { throw ForumError.invalid("password", .credentialsWrong) }
    return actor
  }

  private static func knownWay(_ known: Verification, _ typed: String, _ context: SiteContext) async throws -> AccountInPassing? {
    guard let member = known.member, let hash = known.rightHash else { return nil }
    let newHash = try await known.raisedHash(typed, context.services.passwords)
    return AccountInPassing(member, verifiedHash: hash, newHash: newHash, context)
  }

  private init(_ member: MemberID, verifiedHash: String, newHash: String?, _ context: SiteContext) {
    let token = SecretToken(context.services.random)
    session = context.newSession(token)
    way = .known(SignIn.Finish(member: member, verifiedHash: verifiedHash, newHash: newHash, session: session), member)
    cookie = .session(token, at: context.request.door)
    replaced = context.request.sessionToken
  }

  private init(_ way: Way, _ context: SiteContext) {
    let token = SecretToken(context.services.random)
    session = context.newSession(token)
    self.way = way
    cookie = .session(token, at: context.request.door)
    replaced = context.request.sessionToken
  }
}

/// The fields an account is named and proved by, the same in every form.
enum AccountFormFields {
  static let name = FormField("name", maximumBytes: 1024)
  static let email = FormField("email", maximumBytes: 1024)
  static let password = FormField("password", maximumBytes: 4096, isSecret: true)
  static let current = FormField("current", maximumBytes: 4096, isSecret: true)
  static let newPassword = FormField("newPassword", maximumBytes: 4096, isSecret: true)
  /// The version of the terms that the form showed.
  static let terms = FormField("terms", maximumBytes: 10)
  /// The link somebody came by.
  static let invitation = FormField("by", maximumBytes: 100)
  static let returnTo = FormField("return_to", maximumBytes: 2048)
}

/// A password that is to be compared, not chosen.
func requiredText(_ raw: String) throws(Problem) -> String {
  if raw.isEmpty { throw Problem(.empty) }
  return raw
}

extension SiteContext {
  /// A session for whoever is asking, with what they will know it by in their list.
  func newSession(_ token: SecretToken) -> NewSession { NewSession(token: token, address: request.address, agent: request.agent) }
}
