import Community
import Pages

/// Links by which people may join, for the company's people.
enum InvitationHandlers {
  static func list(_ context: StaffContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in InvitationsPage(try Invitation.all(for: actor, in: tx), maker: maker) }
  }

  /// The link stands on the page that answers, and nowhere after.
  static func make(_ form: InvitationForm, _ context: StaffContext) async throws -> Reply {
    let (actor, token) = (context.actor, SecretToken(context.services.random))
    return try await context.filling(InvitationForm.fields) {
      let invite = try form.parse(token)
      try await context.write { tx in try invite.perform(by: actor, in: tx) }
      return try await context.page(status: .created) { maker, tx in
        InvitationsPage(try Invitation.all(for: actor, in: tx), made: token.text, maker: maker)
      }
    } again: { state, maker, tx in
      InvitationsPage(try Invitation.all(for: actor, in: tx), form: state, maker: maker)
    }
  }

  static func revoke(_ context: StaffContext) async throws -> Reply {
    guard let id = InvitationID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    let actor = context.actor
    try await context.write { tx in try RevokeInvitation(id).perform(by: actor, in: tx) }
    return .redirect(Paths.invitations, cookies: [.flash("invitationRevoked", at: context.request.door)])
  }
}

/// How many people a link lets in, and for how long.
struct InvitationForm: Form {
  static let fields = [FormField("most", maximumBytes: 10), FormField("days", maximumBytes: 10), FormField("note", maximumBytes: 1_600)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Throws every problem at once.
  func parse(_ token: SecretToken) throws -> Invite {
    var reader = FormReader(values)
    let most = reader.read("most") { (raw) throws(Problem) in try wholeNumber(raw, from: 1, to: Invite.most) }
    let days = reader.read("days") { (raw) throws(Problem) in try wholeNumber(raw, from: 1, to: Invite.mostDays) }
    guard let most, let days else { throw reader.failure }
    do throws(Problem) { return try Invite(token, most: most, days: days, note: values["note"]) } catch {
      throw ForumError.invalid([FieldProblem("most", error)])
    }
  }
}
