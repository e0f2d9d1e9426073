import Community
import Database
import Pages

/// Making one account of two: first which stays, then both beside each other, then for good.
enum MergeHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let (lesser, actor, typed) = (try MemberSheetHandlers.member(context), context.actor, context.request.query("into") ?? "")
    return try await context.page { maker, tx in
      let preview = try MergePreview.load(lesser, into: try? Handle(typed), for: actor, in: tx)
      let isUnknown = !typed.isEmpty && preview.kept == nil
      let form = FormState(["into": typed], problems: isUnknown ? [FieldProblem("into", Problem(.handleUnknown))] : [])
      return MergePage(preview, form: form, maker: maker)
    }
  }

  static func merge(_ form: MergeForm, _ context: AdminContext) async throws -> Reply {
    let (lesser, actor) = (try MemberSheetHandlers.member(context), context.actor)
    let preview = try await context.read { tx in try MergePreview.load(lesser, into: form.into, for: actor, in: tx) }
    return try await context.filling(MergeForm.fields) {
      let kept = try form.confirm(preview)
      let merge = MergeMembers(lesser, into: kept)
      try await context.write { tx in try merge.perform(by: actor, in: tx) }
      return .redirect(Paths.memberSheet(kept), cookies: [.flash("membersMerged", at: context.request.door)])
    } again: { state, maker, tx in
      MergePage(try MergePreview.load(lesser, into: form.into, for: actor, in: tx), form: state, maker: maker)
    }
  }
}

/// Which account stays, and the handle of the other, typed to confirm it.
struct MergeForm: Form {
  static let fields = [FormField("into", maximumBytes: 256), FormField("handle", maximumBytes: 256)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Nil for what is no handle.
  var into: Handle? { try? Handle(values["into"]) }

  /// Throws every problem at once.
  func confirm(_ preview: MergePreview) throws -> MemberID {
    var reader = FormReader(values)
    let kept = reader.read("into") { (_) throws(Problem) -> MemberID in
      guard let kept = preview.kept else { throw Problem(.handleUnknown) }
      return kept.badge.id
    }
    let typed = reader.read("handle") { (raw) throws(Problem) -> String in
      guard try Handle(raw).text == preview.lesser.badge.handle else { throw Problem(.handleOther) }
      return raw
    }
    guard let kept, typed != nil, reader.isRight else { throw reader.failure }
    return kept
  }
}
