/// The parsed templates of a library by name.
struct TemplateSources {
  static let ending = ".mustache"

  private(set) var nodes: [String: [TemplateNode]] = [:]
  private(set) var faults: [TemplateFault] = []

  init(_ sources: [String: String]) {
    for (file, text) in sources where file.hasSuffix(Self.ending) {
      var parser = TemplateParser(file: file)
      nodes[String(file.dropLast(Self.ending.count))] = parser.parse(text)
      faults += parser.faults
    }
  }
}
