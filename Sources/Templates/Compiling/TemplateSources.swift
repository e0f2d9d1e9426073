/// The parsed templates of a library by name: what libraries of several languages share.
package struct TemplateSources: Sendable {
  static let ending = ".mustache"

  private(set) var nodes: [String: [TemplateNode]] = [:]
  private(set) var faults: [TemplateFault] = []

  /// Reads texts by path (`topics/show.mustache`); what is wrong with them is said by the library.
  package init(_ sources: [String: String]) {
    for (file, text) in sources where file.hasSuffix(Self.ending) {
      var parser = TemplateParser(file: file)
      nodes[String(file.dropLast(Self.ending.count))] = parser.parse(text)
      faults += parser.faults
    }
  }
}
