import Community
import Templates

/// An accepted answer as it stands directly under the question.
struct AcceptedFields: Fields {
  let anchor: String
  let by: String
  let time: TimeText
  let place: LinkFields
  let post: PostFields
  /// What the asker says against it.
  let objection: String?
  let objectPath: String?

  init(_ answer: PostView, in view: TopicView, draft: Draft? = nil, maker: PageMaker) {
    let words = maker.words
    let acceptance = answer.acceptance
    let name = WordArgument.text(acceptance?.name ?? words.text("member.nameless"))
    anchor = "a\(answer.id.rawValue)"
    by =
      switch acceptance?.role {
      case .asker: words.text("accepted.by.asker", ["name": name])
      case .staff: words.text("accepted.by.staff", ["name": name])
      case .moderator: words.text("accepted.by.moderator", ["name": name])
      case .imported, nil: words.text("accepted.by.imported")
      }
    time = maker.time(acceptance?.at ?? answer.createdAt)
    let number = answer.number ?? 1
    let page = (number - 1) / TopicView.pageSize + 1
    place = LinkFields(
      name: String(number), path: Paths.topic(view.topic.id, view.topic.slug, page: page) + "#" + Paths.placeAnchor(answer.id))
    post = PostFields(answer, in: view, isCard: true, draft: draft, maker: maker)
    objection = acceptance?.objection
    let isForeignMark = acceptance.map { $0.role != .asker && $0.objection == nil } ?? false
    objectPath = isForeignMark && maker.viewer.isMember(view.topic.authorID) ? Paths.act("objection", on: answer.id) : nil
  }

  private init() {
    (anchor, by, time, place, post) = ("a2", "by Ana, who asked", .sample, .sample, .sample)
    (objection, objectPath) = ("It still fails", "/p/2/objection")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "anchor": .text(anchor)
    case "by": .text(by)
    case "time": .one(time)
    case "place": .one(place)
    case "post": .one(post)
    case "objection": objection.map(Field.text) ?? .nothing
    case "objectPath": objectPath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = AcceptedFields()
}
