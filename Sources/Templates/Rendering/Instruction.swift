/// One step of a compiled page, laid out flat: a step is read in place, and copying nothing is most of a page's speed.
struct Instruction: Sendable {
  enum Kind: UInt8, Sendable {
    case bytes
    case text
    /// Text of a page that is not HTML.
    case plain
    /// Text, or a number as the language writes it; the second of a page that is not HTML.
    case counted, plainCounted
    case html
    case section
    case inverted
    case plural
  }

  let kind: Kind
  /// The field's name, or the first part of a walk to it.
  let name: String
  let rest: [String]?
  /// Where a constant lies in its program's; an array of its own would be counted up and down at every step.
  let constant: Range<Int>
  /// A section's steps follow it and stop before this one.
  let end: Int
  let branches: PluralBranches?

  init(constant: Range<Int>) {
    self.init(.bytes, nil, constant: constant)
  }

  init(_ kind: Kind, _ name: FieldName?, constant: Range<Int> = 0..<0, end: Int = 0, branches: PluralBranches? = nil) {
    self.kind = kind
    self.name = name?.first ?? ""
    self.rest = name.flatMap { $0.rest.isEmpty ? nil : $0.rest }
    self.constant = constant
    self.end = end
    self.branches = branches
  }
}

/// Where the steps of each form of a plural lie; they follow one another.
final class PluralBranches: Sendable {
  let zero: Range<Int>?
  private let named: [(form: PluralCategory, steps: Range<Int>)]

  /// `other` is the last of them.
  init(zero: Range<Int>?, named: [(PluralCategory, Range<Int>)]) {
    self.zero = zero
    self.named = named
  }

  func steps(for number: Int?, _ rule: PluralRule) -> Range<Int> {
    if number == 0, let zero { return zero }
    let form = number.map { rule.category(of: $0) } ?? .other
    return (named.first { $0.form == form } ?? named.last)?.steps ?? 0..<0
  }
}

/// What rendering needs to know of a language.
struct WritingStyle: Sendable {
  let plural: PluralRule
  /// Stands between thousands, escaped where the page needs it.
  let group: [UInt8]

  init(_ catalog: any WordCatalog, isHTML: Bool) {
    plural = catalog.language.plural
    var group: [UInt8] = []
    let separator = GroupedNumber(catalog).separator
    if isHTML { appendEscaped(separator, to: &group) } else { appendRaw(separator, to: &group) }
    self.group = group
  }
}

struct Program: Sendable {
  let instructions: [Instruction]
  /// What templates and words say, one after the other; its size is a first guess at the page's.
  let constants: [UInt8]
  let style: WritingStyle
}
