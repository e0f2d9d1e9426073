/// Runs a compiled page. Whatever a value answers that its sample did not, nothing unescaped can come of it.
struct Renderer {
  let instructions: UnsafeBufferPointer<Instruction>
  let constants: UnsafeBufferPointer<UInt8>
  let style: WritingStyle

  func run(_ steps: Range<Int>, _ fields: any Fields, into out: inout [UInt8]) {
    guard let base = instructions.baseAddress else { return }
    var index = steps.lowerBound
    while index < steps.upperBound {
      let step = base + index
      index += 1
      switch step.pointee.kind {
      case .bytes: out.append(contentsOf: UnsafeBufferPointer(rebasing: constants[step.pointee.constant]))
      case .text: writeEscaped(field(of: fields, at: step), into: &out)
      case .plain: writePlain(field(of: fields, at: step), into: &out)
      case .counted: writeCounted(field(of: fields, at: step), isHTML: true, into: &out)
      case .plainCounted: writeCounted(field(of: fields, at: step), isHTML: false, into: &out)
      case .html: writeHTML(field(of: fields, at: step), into: &out)
      case .section:
        section(field(of: fields, at: step), index..<step.pointee.end, fields, into: &out)
        index = step.pointee.end
      case .inverted:
        if !isPresent(field(of: fields, at: step)) { run(index..<step.pointee.end, fields, into: &out) }
        index = step.pointee.end
      case .plural:
        guard let branches = step.pointee.branches else { continue }
        var number: Int?
        if case .number(let counted) = field(of: fields, at: step) { number = counted }
        run(branches.steps(for: number, style.plural), fields, into: &out)
        index = step.pointee.end
      }
    }
  }

  @inline(__always)
  private func field(of fields: any Fields, at step: UnsafePointer<Instruction>) -> Field? {
    let field = fields.field(step.pointee.name)
    guard let rest = step.pointee.rest else { return field }
    return walked(from: field, rest)
  }

  private func walked(from first: Field?, _ rest: [String]) -> Field? {
    var field = first
    for part in rest {
      guard case .one(let value) = field else { return .nothing }
      field = value.field(part)
    }
    return field
  }

  @inline(__always)
  private func section(_ field: Field?, _ steps: Range<Int>, _ fields: any Fields, into out: inout [UInt8]) {
    switch field {
    case .one(let value): run(steps, value, into: &out)
    case .many(let values):
      for value in values { run(steps, value, into: &out) }
    default:
      if isPresent(field) { run(steps, fields, into: &out) }
    }
  }

  @inline(__always)
  private func isPresent(_ field: Field?) -> Bool {
    switch field {
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .html(let html): !html.html.isEmpty
    case .many(let values): !values.isEmpty
    case .one, .number: true
    case .nothing, nil: false
    }
  }

  private func writeCounted(_ field: Field?, isHTML: Bool, into out: inout [UInt8]) {
    if case .number(let number) = field { return GroupedNumber.append(number, separatedBy: style.group, to: &out) }
    if isHTML { writeEscaped(field, into: &out) } else { writePlain(field, into: &out) }
  }

  @inline(__always)
  private func writeHTML(_ field: Field?, into out: inout [UInt8]) {
    if case .html(let html) = field { appendRaw(html.html, to: &out) } else { writeEscaped(field, into: &out) }
  }

  @inline(__always)
  private func writeEscaped(_ field: Field?, into out: inout [UInt8]) {
    switch field {
    case .text(let text): appendEscaped(text, to: &out)
    case .number(let number): appendNumber(number, to: &out)
    case .html(let html): appendEscaped(html.html, to: &out)
    default: break
    }
  }

  @inline(__always)
  private func writePlain(_ field: Field?, into out: inout [UInt8]) {
    switch field {
    case .text(let text): appendRaw(text, to: &out)
    case .number(let number): appendNumber(number, to: &out)
    default: break
    }
  }
}
