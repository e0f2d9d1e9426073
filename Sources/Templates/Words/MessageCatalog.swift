/// The words of one language, made from the catalog files of its folder.
package struct MessageCatalog: WordCatalog {
  package let language: Language
  private let messages: [String: String]
  private let places: [String: (file: String, line: Int)]

  /// Joins files (name -> text); throws `TemplateErrors` with the faults of all of them, and for a key that two files give or that has no message.
  package init(language: String, files: [String: String]) throws {
    var faults: [TemplateFault] = []
    var messages: [String: String] = [:]
    var places: [String: (file: String, line: Int)] = [:]
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      do {
        let file = try CatalogFile(text, named: name)
        for (key, message) in file.messages {
          let line = file.lines[key] ?? 1
          if let other = places[key] {
            faults.append(TemplateFault(file: name, line: line, words: "\"\(key)\" is given in \(other.file) too"))
          }
          if message.isEmpty {
            faults.append(TemplateFault(file: name, line: line, words: "\"\(key)\" has no message"))
          }
          messages[key] = message
          places[key] = (name, line)
        }
      } catch let errors as TemplateErrors {
        faults += errors.faults
      }
    }
    guard faults.isEmpty else { throw TemplateErrors(faults) }
    self.language = Language(language)
    self.messages = messages
    self.places = places
  }

  package func message(_ key: String) -> String? { messages[key] }

  /// Every key, so that tests can hold two languages, or a catalog and its use, against each other.
  package var keys: Set<String> { Set(messages.keys) }

  func fault(_ key: String, _ words: String) -> TemplateFault {
    TemplateFault(file: places[key]?.file ?? language.tag, line: places[key]?.line ?? 1, words: "\"\(key)\" \(words)")
  }
}
