import Community
import Database
import Pages

/// The list of customers, and who is one by what somebody of the staff knows.
enum CustomersHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in CustomersPage(try CustomerList.load(for: actor, in: tx), maker: maker) }
  }

  static func change(_ form: CustomersForm, _ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(CustomersForm.fields) {
      let change = try form.parse()
      try await context.write { tx in try change.perform(by: actor, in: tx) }
      let door = context.request.door
      return .redirect(
        Paths.customers, cookies: [form.isRemoval ? .flash("customersRemoved", at: door) : .flash("customersAdded", at: door)])
    } again: { state, maker, tx in
      CustomersPage(try CustomerList.load(for: actor, in: tx), form: state, maker: maker)
    }
  }

  static func mark(_ form: HelperForm, _ context: StaffContext) async throws -> Reply {
    let (member, actor) = (try MemberSheetHandlers.member(context), context.actor)
    try await context.write { tx in try MarkCustomer(member, wanted: form.wanted).perform(by: actor, in: tx) }
    let door = context.request.door
    return .redirect(
      Paths.memberSheet(member), cookies: [form.wanted ? .flash("customerMarked", at: door) : .flash("customerUnmarked", at: door)])
  }
}

/// Lines to put on the list or to take off it.
struct CustomersForm: Form {
  static let fields = [FormField("list", maximumBytes: CustomerList.mostBytes), FormField("remove", maximumBytes: 3)]
  private let values: FormValues
  let isRemoval: Bool
  init(_ values: FormValues) { (self.values, isRemoval) = (values, values.has("remove")) }

  func parse() throws -> ChangeCustomerList {
    if !values.problems.isEmpty { throw ForumError.invalid(values.problems) }
    return ChangeCustomerList(try CustomerList.entries(values["list"]), isRemoval: isRemoval)
  }
}
