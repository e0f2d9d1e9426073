import Community
import Pages

/// The pages about tags.
enum TagHandlers {
  static func list(_ context: AdminContext) async throws -> Reply {
    let (start, actor) = (String((context.request.query("q") ?? "").prefix(100)), context.actor)
    let after = context.request.query("after").map { TagSheetList.Cursor($0) }
    if case .some(nil) = after { throw ForumError.notFound }
    let cursor = after ?? nil
    return try await context.page { maker, tx in
      TagsPage(try TagSheetList.load(start, after: cursor, for: actor, in: tx), from: start, maker: maker)
    }
  }

  static func show(_ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    return try await context.page { maker, tx in TagSheetPage(try TagSheet.find(id, for: actor, in: tx), maker: maker) }
  }

  static func change(_ form: TagForm, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    return try await filling(TagForm.fields, id, context) {
      let change = try form.parse(id)
      try await context.write { tx in try change.perform(by: actor, in: tx) }
      return .redirect(Paths.tagSheet(id), cookies: [.flash("tagChanged", at: context.request.door)])
    }
  }

  static func merge(_ form: TagMergeForm, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    return try await filling(TagMergeForm.fields, id, context) {
      let merge = MergeTags(id, into: try form.parse())
      guard form.isSure else {
        let state = context.typed(TagMergeForm.fields)
        return try await context.page { maker, tx in
          let (sheet, target) = (try TagSheet.find(id, for: actor, in: tx), try merge.look(for: actor, in: tx))
          return TagSheetPage(sheet, form: state, merging: target.name, maker: maker)
        }
      }
      let target = try await context.write { tx in try merge.perform(by: actor, in: tx) }
      return .redirect(Paths.tagSheet(target), cookies: [.flash("tagMerged", at: context.request.door)])
    }
  }

  static func addSynonym(_ form: TagSynonymForm, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    return try await filling(TagSynonymForm.fields, id, context) {
      let add = AddTagSynonym(try form.parse(), of: id)
      try await context.write { tx in try add.perform(by: actor, in: tx) }
      return .redirect(Paths.tagSheet(id), cookies: [.flash("tagChanged", at: context.request.door)])
    }
  }

  static func removeSynonym(_ form: TagSynonymForm, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    try await context.write { tx in try RemoveTagSynonym(form.typed, of: id).perform(by: actor, in: tx) }
    return .redirect(Paths.tagSheet(id), cookies: [.flash("tagChanged", at: context.request.door)])
  }

  static func remove(_ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    try await context.write { tx in try RemoveTag(id).perform(by: actor, in: tx) }
    return .redirect(Paths.tags, cookies: [.flash("tagRemoved", at: context.request.door)])
  }

  /// Whatever is wrong stands on the tag's page, which there must be.
  private static func filling(
    _ fields: [FormField], _ id: TopicTagID, _ context: AdminContext, _ act: () async throws -> Reply
  ) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(fields, act) { state, maker, tx in
      TagSheetPage(try TagSheet.find(id, for: actor, in: tx), form: state, maker: maker)
    }
  }

  private static func id(_ request: PageRequest) throws -> TopicTagID {
    guard let id = TopicTagID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }
}

/// What a tag is called and says of itself.
struct TagForm: Form {
  static let fields = [FormField("name", maximumBytes: 400), FormField("description", maximumBytes: 4096)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse(_ id: TopicTagID) throws -> ChangeTag {
    var reader = FormReader(values)
    let name = reader.read("name", TagName.init)
    guard let name, reader.isRight else { throw reader.failure }
    return ChangeTag(id, name: name, description: values["description"])
  }
}

/// Which tag another becomes part of.
struct TagMergeForm: Form {
  static let fields = [FormField("otherTag", maximumBytes: 400), FormField("sure", maximumBytes: 400)]
  private let values: FormValues
  /// Whether they have read what goes over to just this tag.
  var isSure: Bool { !values["sure"].isEmpty && values["sure"] == values["otherTag"] }
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> TagName {
    var reader = FormReader(values)
    guard let name = reader.read("otherTag", TagName.init), reader.isRight else { throw reader.failure }
    return name
  }
}

/// A word that stands for a tag.
struct TagSynonymForm: Form {
  static let fields = [FormField("synonym", maximumBytes: 400)]
  private let values: FormValues
  /// As it was sent.
  var typed: String { values["synonym"] }
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> TagName {
    var reader = FormReader(values)
    guard let name = reader.read("synonym", TagName.init), reader.isRight else { throw reader.failure }
    return name
  }
}
