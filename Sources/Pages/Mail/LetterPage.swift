package import Templates

/// The letter as HTML mail.
package struct LetterPage: Page {
  package static let template = "mail/letter"
  package static var sample: LetterPage { LetterPage(letter: .sample) }
  let letter: LetterContent
  package func field(_ name: String) -> Field? { name == "letter" ? .one(letter) : nil }
}

/// The same letter for those who read plain text.
package struct LetterTextPage: Page {
  package static let template = "mail/letter.txt"
  package static var sample: LetterTextPage { LetterTextPage(letter: .sample) }
  let letter: LetterContent
  package func field(_ name: String) -> Field? { name == "letter" ? .one(letter) : nil }
}

/// What both forms of a letter say.
struct LetterContent: Fields {
  let language: Language
  let greeting: String
  let text: String
  /// How the post begins that it is about.
  let quote: String?
  let button: LetterButton?
  let after: String
  /// Where mail of this kind is stopped.
  let stop: LetterButton?
  let closing: String

  static let sample = LetterContent(
    language: Language("en"), greeting: "Hello Ana,", text: "please confirm that this is your address.", quote: "Clean it.",
    button: LetterButton(label: "Confirm the address", url: "https://community.example/verify/abc"),
    after: "The link works once, for one hour.",
    stop: LetterButton(label: "No more mail like this", url: "https://community.example/mail/stop/abc"), closing: "Honeybee Community")

  func field(_ name: String) -> Field? {
    switch name {
    case "language": .text(language.tag)
    case "direction": .text(language.direction)
    case "greeting": .text(greeting)
    case "text": .text(text)
    case "button": button.map { .one($0) } ?? .nothing
    case "after": .text(after)
    case "quote": quote.map(Field.text) ?? .nothing
    case "stop": stop.map { .one($0) } ?? .nothing
    case "closing": .text(closing)
    default: nil
    }
  }
}

struct LetterButton: Fields {
  let label: String
  let url: String

  func field(_ name: String) -> Field? {
    switch name {
    case "label": .text(label)
    case "url": .text(url)
    default: nil
    }
  }
}
