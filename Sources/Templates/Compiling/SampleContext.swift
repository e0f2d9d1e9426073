/// What a template sees at a place when it is checked: one or more sample values of one type, which together show its fields.
struct SampleContext {
  /// A field as the samples show it.
  enum Sight {
    case text, html, number, flag, nothing
    case one([SampleContext])
    case many([SampleContext])
    /// Samples that contradict one another.
    case mixed(String)
  }

  let values: [any Fields]

  var type: any Any.Type { Swift.type(of: values[0]) }
  var typeName: String { String(describing: type) }

  /// The stored properties that answer as fields, in the order of their declaration.
  var storedNames: [String] {
    let mirror = Mirror(reflecting: values[0])
    guard mirror.displayStyle == .struct || mirror.displayStyle == .class else { return [] }
    return mirror.children.compactMap(\.label)
  }

  /// One context for each type, in the order of appearance.
  static func contexts(of values: [any Fields]) -> [SampleContext] {
    var order: [ObjectIdentifier] = []
    var groups: [ObjectIdentifier: [any Fields]] = [:]
    for value in values {
      let type = ObjectIdentifier(Swift.type(of: value))
      if groups[type] == nil { order.append(type) }
      groups[type, default: []].append(value)
    }
    return order.compactMap { groups[$0].map(SampleContext.init(values:)) }
  }

  /// nil for an unknown name.
  func see(_ name: String) -> Sight? {
    let answers = values.compactMap { $0.field(name) }
    guard !answers.isEmpty else { return nil }
    var kinds: Set<String> = []
    var ones: [any Fields] = []
    var manies: [any Fields] = []
    for answer in answers {
      switch answer {
      case .nothing: continue
      case .one(let value): ones.append(value)
      case .many(let values): manies += values
      default: break
      }
      kinds.insert(Self.kind(of: answer))
    }
    guard kinds.count <= 1 else { return .mixed(kinds.sorted().joined(separator: " and ")) }
    switch kinds.first {
    case "text": return .text
    case "html": return .html
    case "number": return .number
    case "flag": return .flag
    case "one": return .one(Self.contexts(of: ones))
    case "many": return .many(Self.contexts(of: manies))
    default: return .nothing
    }
  }

  private static func kind(of field: Field) -> String {
    switch field {
    case .text: "text"
    case .html: "html"
    case .number: "number"
    case .flag: "flag"
    case .one: "one"
    case .many: "many"
    case .nothing: "nothing"
    }
  }
}
