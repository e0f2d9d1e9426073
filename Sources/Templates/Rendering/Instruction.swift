/// One step of a compiled page, laid out flat: a step is read in place, and copying nothing is most of a page's speed.
struct Instruction: Sendable {
  enum Kind: UInt8, Sendable {
    case bytes
    case text
    /// Text of a page that is not HTML.
    case plain
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

/// Where the steps of each form of a plural lie; they follow one another and `other` comes last.
struct PluralBranches: Sendable {
  let zero: Range<Int>?
  let one: Range<Int>?
  let other: Range<Int>
}

struct Program: Sendable {
  let instructions: [Instruction]
  /// What templates and words say, one after the other; its size is a first guess at the page's.
  let constants: [UInt8]
}
