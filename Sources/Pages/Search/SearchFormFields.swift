import Community
import Templates

/// The search form, filled from the whole query: what was typed as `tag:oven` stands in the field for tags.
struct SearchFormFields: Fields {
  let text: String
  let category: SearchChoice
  let state: SearchChoice
  let kind: SearchChoice
  let tag: SearchInput
  let author: SearchInput
  let after: SearchInput
  let before: SearchInput
  /// Nil for the usual one.
  let order: String?
  let isFiltered: Bool

  init(_ request: SearchRequest, _ problems: [SearchProblem], maker: PageMaker) {
    let words = maker.words
    text = request.text
    let categories = maker.chrome.categories.map { (value: String($0.path.dropFirst(Paths.category("").count)), label: $0.name) }
    category = SearchChoice(.category, request, categories, problems, maker)
    state = SearchChoice(
      .state, request, SearchState.states.map { ($0.rawValue, words.text("search.state.\($0.rawValue)")) }, problems, maker)
    kind = SearchChoice(.kind, request, SearchState.kinds.map { ($0.rawValue, words.text("search.kind.\($0.rawValue)")) }, problems, maker)
    tag = SearchInput(.tag, request, problems, maker)
    author = SearchInput(.author, request, problems, maker, hint: maker.words.text("search.author.hint"))
    // A month or a year is a date too, so it is no browser's field for days.
    after = SearchInput(.after, request, problems, maker, hint: words.text("search.date.hint"))
    before = SearchInput(.before, request, problems, maker, hint: words.text("search.date.hint"))
    order = request.order == .best ? nil : request.order.rawValue
    isFiltered = request.isFiltered
  }

  private init() {
    (text, category, state, kind) = ("labels", .sample, .sample, .sample)
    (tag, author, after, before, order, isFiltered) = (.sample, .sample, .sample, .sample, "newest", true)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "text": .text(text)
    case "category": .one(category)
    case "state": .one(state)
    case "kind": .one(kind)
    case "tag": .one(tag)
    case "author": .one(author)
    case "after": .one(after)
    case "before": .one(before)
    case "order": order.map(Field.text) ?? .nothing
    case "isFiltered": .flag(isFiltered)
    default: nil
    }
  }

  static let sample = SearchFormFields()
}
