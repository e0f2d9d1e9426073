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
  let bytes: [UInt8]
  /// A section's steps follow it and stop before this one.
  let end: Int
  let branches: PluralBranches?

  init(bytes: [UInt8]) {
    self.init(.bytes, nil, bytes: bytes)
  }

  init(_ kind: Kind, _ name: FieldName?, bytes: [UInt8] = [], end: Int = 0, branches: PluralBranches? = nil) {
    self.kind = kind
    self.name = name?.first ?? ""
    self.rest = name.flatMap { $0.rest.isEmpty ? nil : $0.rest }
    self.bytes = bytes
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
  /// The constant bytes, a first guess at the page's size.
  let constantSize: Int
}
