/// A part of a parsed template, with the line it begins on.
struct TemplateNode: Sendable {
  indirect enum Kind: Sendable {
    case literal([UInt8])
    case text(FieldName)
    case html(FieldName)
    case words(String)
    case section(FieldName, inverted: Bool, [TemplateNode])
    case partial(String, alone: Bool)
    case layout(String, [TemplateBlock])
    case block(TemplateBlock)
  }

  let line: Int
  let kind: Kind
}

/// A named place in a layout, or what a template puts there.
struct TemplateBlock: Sendable {
  let name: String
  let line: Int
  let nodes: [TemplateNode]
}

/// `title`, or `site.viewer.name`: a walk through values.
struct FieldName: Sendable, Hashable {
  let first: String
  let rest: [String]

  init?(_ name: String) {
    guard isFieldName(name) else { return nil }
    let parts = name.split(separator: ".").map(String.init)
    self.first = parts[0]
    self.rest = Array(parts.dropFirst())
  }

  var last: String { rest.last ?? first }
  var written: String { ([first] + rest).joined(separator: ".") }
}
