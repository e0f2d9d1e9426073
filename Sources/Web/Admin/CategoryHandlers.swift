import Community
import Pages

/// The pages about categories.
enum CategoryHandlers {
  static func list(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in CategoriesPage(try CategorySheet.all(for: actor, in: tx), maker: maker) }
  }

  static func add(_ form: NewCategoryForm, _ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(NewCategoryForm.fields) {
      let create = try form.parse()
      let id = try await context.write { tx in try create.perform(by: actor, in: tx) }
      return .redirect(Paths.categorySheet(id), cookies: [.flash("categoryAdded", at: context.request.door)])
    } again: { state, maker, tx in
      CategoriesPage(try CategorySheet.all(for: actor, in: tx), form: state, maker: maker)
    }
  }

  static func show(_ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    return try await context.page { maker, tx in CategorySheetPage(try CategorySheet.find(id, for: actor, in: tx), maker: maker) }
  }

  static func change(_ form: CategoryForm, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    let known = try await context.read { tx in try CategorySheet.find(id, for: actor, in: tx) }
    return try await context.filling(CategoryForm.fields) {
      let change = try form.parse(known)
      try await context.write { tx in try change.perform(by: actor, in: tx) }
      return .redirect(Paths.categorySheet(id), cookies: [.flash("categoryChanged", at: context.request.door)])
    } again: { state, maker, tx in
      CategorySheetPage(try CategorySheet.find(id, for: actor, in: tx), form: state, maker: maker)
    }
  }

  static func archive(_ form: HelperForm, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    try await context.write { tx in try ArchiveCategory(id, wanted: form.wanted).perform(by: actor, in: tx) }
    let door = context.request.door
    return .redirect(
      Paths.categorySheet(id), cookies: [form.wanted ? .flash("categoryArchived", at: door) : .flash("categoryBack", at: door)])
  }

  static func place(_ form: CategoryPlaceForm, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    guard let place = form.place else { throw ForumError.notFound }
    try await context.write { tx in try PlaceCategory(id, at: place).perform(by: actor, in: tx) }
    return .redirect(Paths.categories, cookies: [.flash("categoryPlaced", at: context.request.door)])
  }

  private static func id(_ request: PageRequest) throws -> CategoryID {
    guard let id = CategoryID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }
}

/// A category that is not there yet; its address is made from its name.
struct NewCategoryForm: Form {
  static let fields = [
    FormField("name", maximumBytes: 1024), FormField("description", maximumBytes: 4096), FormField("hint", maximumBytes: 4096),
    FormField("access", maximumBytes: 20),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> CreateCategory {
    var reader = FormReader(values)
    let name = reader.read("name", CategoryName.init)
    let access = reader.readAccess()
    guard let name, let access, reader.isRight else { throw reader.failure }
    return CreateCategory(name: name, description: values["description"], hint: values["hint"], access: access)
  }
}

/// A category as it shall be.
struct CategoryForm: Form {
  static let fields =
    NewCategoryForm.fields + [
      FormField("slug", maximumBytes: 1024), FormField("hosts", maximumBytes: 1024), FormField("askAroundHours", maximumBytes: 100),
    ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// An empty access leaves one as it is that is none of the usual ways.
  func parse(_ known: CategorySheet) throws -> ChangeCategory {
    var reader = FormReader(values)
    let name = reader.read("name", CategoryName.init)
    let slug = reader.read("slug", CategorySlug.init(typed:))
    let hosts = reader.read("hosts", CategoryHostChoice.init)
    let askAround = reader.read("askAroundHours", AskAroundHours.init)
    let access = known.access == nil && values["access"].isEmpty ? nil : reader.readAccess()
    guard let name, let slug, let hosts, let askAround, reader.isRight else { throw reader.failure }
    return ChangeCategory(
      known.id, name: name, slug: slug, description: values["description"], hint: values["hint"], access: access, hosts: hosts,
      askAround: askAround)
  }
}

extension FormReader {
  /// Who reads and writes in a category.
  fileprivate mutating func readAccess() -> CategoryAccess? {
    read("access") { (raw) throws(Problem) -> CategoryAccess in
      guard let access = CategoryAccess(rawValue: raw) else { throw Problem(.choiceUnknown) }
      return access
    }
  }
}

/// Where a category shall stand among the others.
struct CategoryPlaceForm: Form {
  static let fields = [FormField("place", maximumBytes: 6)]
  let place: Int?
  init(_ values: FormValues) { place = Int(values["place"]) }
}
