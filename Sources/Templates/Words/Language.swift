/// A language as a catalog and its readers need it: its tag, which way it is written and how it counts.
package struct Language: Sendable, Hashable {
  /// As HTML and HTTP name it: `en`, `de-AT`.
  package let tag: String
  let plural: PluralRule
  private let script: String

  /// `counting` is the tag of the language whose plurals its words have, where that is another.
  package init(_ tag: String, counting: String? = nil) {
    self.tag = tag
    plural = PluralRule(of: Self.primary(counting ?? tag))
    script = tag.split(separator: "-").dropFirst().first { $0.utf8.count == 4 }?.lowercased() ?? ""
  }

  /// Whether a text has the form of a tag: `en`, `pt-BR`, `zh-Hant-TW`.
  package static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 4 else { return false }
    guard first.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    }
  }

  /// What a tag begins with, which says the language without country or script.
  package static func primary(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }

  /// Whether lines begin on the right.
  package var isRightToLeft: Bool {
    switch script {
    case "arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg": true
    case "": ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"].contains(Self.primary(tag))
    default: false
    }
  }
}
