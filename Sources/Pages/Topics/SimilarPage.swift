package import Community
package import Templates

/// What somebody is about to ask may have been answered already: similar questions and fitting tags, as parts of the form, alone for a
/// script or within ``AskPage``.
package struct SimilarPage: Page {
  package static let template = "topics/similar"
  let items: [Item]
  let tags: [String]
  /// Whether there was something to look for, and nothing like it.
  let isFruitless: Bool

  struct Item: Fields {
    let topic: RelatedFields
    let id: Int
    let answer: String?
    let answerPath: String?

    func field(_ field: String) -> Field? {
      switch field {
      case "topic": .one(topic)
      case "title": .text(topic.title)
      case "id": .number(id)
      case "answer": answer.map(Field.text) ?? .nothing
      case "answerPath": answerPath.map(Field.text) ?? .nothing
      default: nil
      }
    }
  }

  /// `wasLooked` is false where nothing was typed yet.
  package init(_ found: [AskedBefore], tags: [String], wasLooked: Bool = true, maker: PageMaker) {
    items = found.map { found in
      Item(
        topic: RelatedFields(found.topic, maker: maker), id: Int(found.topic.id.rawValue), answer: found.answer?.beginning,
        answerPath: found.answer.map { Paths.post($0.post) })
    }
    self.tags = tags
    isFruitless = wasLooked && found.isEmpty
  }

  private init() {
    items = [Item(topic: .sample, id: 2, answer: "Clean the head, then print a test page.", answerPath: "/p/7")]
    (tags, isFruitless) = (["labels"], true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "items": .many(items)
    case "hasItems": .flag(!items.isEmpty)
    case "count": .number(items.count)
    case "isFruitless": .flag(isFruitless)
    case "tags": .many(tags.map(TagOffer.init))
    case "hasTags": .flag(!tags.isEmpty)
    default: nil
    }
  }

  /// A tag to tick.
  struct TagOffer: Fields {
    let name: String
    func field(_ field: String) -> Field? { field == "name" ? .text(name) : nil }
  }

  package static let sample = SimilarPage()
}
