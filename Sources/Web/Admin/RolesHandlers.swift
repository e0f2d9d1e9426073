import Community
import Database
import Pages

/// Which role may do what.
enum RolesHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in RolesPage(try RoleRights.load(for: actor, in: tx), maker: maker) }
  }

  static func save(_ form: RightsForm, _ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(RightsForm.fields) {
      let change = try form.parse()
      try await context.write { tx in try change.perform(by: actor, in: tx) }
      return .redirect(Paths.roles, cookies: [.flash("rightsChanged", at: context.request.door)])
    } again: { state, maker, tx in
      RolesPage(try RoleRights.load(for: actor, in: tx), chosen: form.chosen, form: state, maker: maker)
    }
  }
}

/// What is ticked of what can be granted.
struct RightsForm: Form {
  static let fields = [FormField("may", maximumBytes: 60, isRepeated: true), FormField("seen", maximumBytes: 20)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// What can be granted of it.
  var chosen: Set<RoleRights.Grant> {
    let sent = Set(values.all("may"))
    return Set(RoleRights.changeable.filter { sent.contains($0.text) })
  }

  func parse() throws -> ChangeRights {
    guard chosen.count == Set(values.all("may")).count else { throw ForumError.invalid("may", .choiceUnknown) }
    return ChangeRights(chosen, seen: values["seen"])
  }
}
