package import Templates

/// What a browser shows that came to this server by a name it does not answer to. It has no frame: every address of the frame would
/// lead to that name again.
package struct WrongHostPage: Page {
  package static let template = "errors/wrong-host"
  let language: Language
  let requestID: String

  package init(requestID: String, words: Words) {
    language = words.language
    self.requestID = requestID
  }

  private init() { (language, requestID) = (Language("en"), "abc") }

  package func field(_ field: String) -> Field? {
    switch field {
    case "language": .text(language.tag)
    case "direction": .text(language.direction)
    case "requestID": .text(requestID)
    default: nil
    }
  }

  package static let sample = WrongHostPage()
}
