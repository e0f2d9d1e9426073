/// A catalog beside the one it was translated from, which speaks where the translation does not: a message that an upgrade brought must not
/// keep an operator's own language from starting.
package struct Translation: WordCatalog {
  private let own: MessageCatalog
  private let original: MessageCatalog
  /// What the translation lacks, and what it says that nobody asks for; a complete one has none.
  package let gaps: [TemplateFault]

  /// Throws `TemplateErrors` where a message asks for something that its original is not given, and for a language without a name.
  package init(_ own: MessageCatalog, of original: MessageCatalog) throws {
    var faults: [TemplateFault] = []
    var gaps: [TemplateFault] = []
    if own.message(Self.name) == nil { faults.append(own.fault(Self.name, "says what the language calls itself; it is missing")) }
    for key in own.keys.union(original.keys) {
      guard let theirs = original.message(key) else {
        gaps.append(own.fault(key, "is a message that nobody asks for"))
        continue
      }
      guard let ours = own.message(key) else {
        gaps.append(own.fault(key, "is missing; \(original.language.tag) stands in"))
        continue
      }
      guard let message = try? MessageParser.parse(ours), let model = try? MessageParser.parse(theirs) else { continue }
      for name in message.arguments.subtracting(model.arguments).sorted() {
        faults.append(
          own.fault(key, "is not given {\(name)}; it may use \(model.arguments.sorted().map { "{\($0)}" }.joined(separator: " "))"))
      }
      for name in model.arguments.subtracting(message.arguments).sorted() { gaps.append(own.fault(key, "leaves out {\(name)}")) }
      let needed = own.language.plural.categories
      for forms in message.plurals {
        for form in needed.subtracting(forms.named.keys).map(\.rawValue).sorted() { gaps.append(own.fault(key, "has no \(form)=")) }
        for form in Set(forms.named.keys).subtracting(needed).map(\.rawValue).sorted() {
          gaps.append(own.fault(key, "has \(form)=, which the language does not know"))
        }
      }
    }
    guard faults.isEmpty else { throw TemplateErrors(faults) }
    self.own = own
    self.original = original
    self.gaps = TemplateErrors(gaps).faults
  }

  /// The message in which each language says its own name.
  package static let name = "language.name"

  package var language: Language { own.language }
  package func message(_ key: String) -> String? { own.message(key) ?? original.message(key) }
}
