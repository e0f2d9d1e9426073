import Community
import Database
import Pages

/// What the people of the house may know of a member, and what they may make of them.
enum MemberSheetHandlers {
  static func show(_ context: StaffContext) async throws -> Reply {
    let (member, actor) = (try member(context), context.actor)
    return try await context.page { maker, tx in MemberSheetPage(try MemberSheet.find(member, for: actor, in: tx), maker: maker) }
  }

  static func changeRole(_ form: RoleForm, _ context: AdminContext) async throws -> Reply {
    let (member, actor) = (try member(context), context.actor)
    return try await context.filling(RoleForm.fields) {
      let change = try form.parse(member)
      try await context.write { tx in try change.perform(by: actor, in: tx) }
      return .redirect(Paths.memberSheet(member), cookies: [.flash("roleChanged", at: context.request.door)])
    } again: { state, maker, tx in
      MemberSheetPage(try MemberSheet.find(member, for: actor, in: tx), form: state, chosen: form.categories, maker: maker)
    }
  }

  static func nameHelper(_ form: HelperForm, _ context: StaffContext) async throws -> Reply {
    let (member, actor) = (try member(context), context.actor)
    try await context.write { tx in try NameHelper(member, wanted: form.wanted).perform(by: actor, in: tx) }
    let door = context.request.door
    return .redirect(
      Paths.memberSheet(member), cookies: [form.wanted ? .flash("helperNamed", at: door) : .flash("helperEnded", at: door)])
  }

  static func member(_ context: some AudienceContext) throws -> MemberID {
    guard let member = MemberID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    return member
  }
}

/// What somebody is to be, and which categories they look after.
struct RoleForm: Form {
  static let fields = [FormField("role", maximumBytes: 20), FormField("category", maximumBytes: 100, isRepeated: true)]
  private let values: FormValues
  let categories: Set<String>
  init(_ values: FormValues) { (self.values, categories) = (values, Set(values.all("category"))) }

  func parse(_ member: MemberID) throws -> ChangeRole {
    var reader = FormReader(values)
    let role = reader.read("role") { (raw) throws(Problem) -> Role in
      guard let role = Role(rawValue: raw), role != .visitor else { throw Problem(.choiceUnknown) }
      return role
    }
    guard let role, reader.isRight else { throw reader.failure }
    return ChangeRole(of: member, to: role, moderating: categories)
  }
}

/// Whether somebody is to be a helper.
struct HelperForm: Form {
  static let fields = [FormField("wanted", maximumBytes: 3)]
  let wanted: Bool
  init(_ values: FormValues) { wanted = values["wanted"] == "yes" }
}
