import Community
package import Templates

/// What is said of a picture that was sent, beside its field or to a script.
package struct PictureNote: Fields {
  let sentence: String
  /// What a script puts where the caret is; nil when the picture was refused.
  let markdown: String?
  let isBad: Bool

  package init(_ sentence: String, markdown: String?, isBad: Bool) {
    (self.sentence, self.markdown, self.isBad) = (sentence, markdown, isBad)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "sentence": .text(sentence)
    case "markdown": markdown.map(Field.text) ?? .nothing
    case "isBad": .flag(isBad)
    default: nil
    }
  }

  static let sample = PictureNote("Its picture is in the text.", markdown: "![](/i/a.jpg)", isBad: true)
}

/// Where a picture is chosen for the text above: for `components/picture`.
struct PictureFields: Fields {
  /// Stands in the ids of its controls.
  let id: String
  /// Whether somebody is there to send one.
  let isOffered: Bool
  /// What became of a picture that was sent.
  let sentence: String?
  let isBad: Bool
  let alt: String
  let altProblem: String?

  init(_ id: String, maker: PageMaker) {
    self.id = id
    isOffered = maker.viewer.memberID != nil
    sentence = maker.picture?.sentence
    isBad = maker.picture?.isBad ?? false
    alt = maker.pictureAlt
    altProblem = maker.pictureAltProblem.map { maker.sentence($0, in: "picture_alt") }
  }

  private init() {
    (id, isOffered, sentence, isBad) = ("body", true, "Its picture is in the text.", true)
    (alt, altProblem) = ("An oven", "This is too long.")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "id": .text(id)
    case "isOffered": .flag(isOffered)
    case "alt": .text(alt)
    case "altProblem": altProblem.map(Field.text) ?? .nothing
    case "isOpen": .flag(sentence != nil || !alt.isEmpty)
    case "sentence": sentence.map(Field.text) ?? .nothing
    case "isBad": .flag(isBad)
    default: nil
    }
  }

  static let sample = PictureFields()
}

/// What became of a picture, as a script reads it.
package struct PictureInsertedPage: Page {
  package static let template = "posts/picture"
  let note: PictureNote
  package init(_ note: PictureNote) { self.note = note }
  package func field(_ field: String) -> Field? { field == "note" ? .one(note) : nil }
  package static let sample = PictureInsertedPage(.sample)
}
