import Database

/// What an admin asks to be brought here from another forum.
package struct ImportOrder: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    case stackExchange, discourse

    /// What the old forum is called where nobody said; the same as on the command line, so that either goes on with what the other began.
    var usualSource: String { self == .stackExchange ? "stack-exchange" : "discourse" }
  }

  /// Where its files lie.
  package enum Place: Sendable, Hashable {
    /// A folder below the one that the operator keeps for imports.
    case folder(String)
    /// What was sent with the form; the name of the folder it was unpacked into.
    case sent(String)
  }

  package let kind: Kind
  package let place: Place
  package let source: ImportSource
  /// The old forum's address, for links in it that begin with /; nil leaves such links as words.
  package let address: String?
  /// Where the questions of a Stack Exchange dump come; nil for others.
  package let category: CategoryName?
  /// Slugs or numbers of categories of Discourse whose topics are questions.
  package let questions: [String]

  /// The most characters.
  package static let most = (folder: 200, address: 200, questions: 1_000)

  package init(kind: Kind, place: Place, source: ImportSource, address: String?, category: CategoryName?, questions: [String]) {
    (self.kind, self.place, self.source) = (kind, place, source)
    (self.address, self.category, self.questions) = (address, category, questions)
  }

  /// What was typed of it, but for the place. Throws ``ForumError/invalid(_:)`` with every problem.
  package struct Typed: Sendable {
    package let kind: Kind
    let source: ImportSource
    let address: String?
    let category: CategoryName?
    let questions: [String]

    package func order(_ place: Place) -> ImportOrder {
      ImportOrder(kind: kind, place: place, source: source, address: address, category: category, questions: questions)
    }
  }

  /// Reads what was typed into the fields `importKind`, `source`, `oldAddress`, `category` and `questions`.
  package static func parse(_ typed: (String) -> String) throws -> Typed {
    var problems: [FieldProblem] = []
    func read<T>(_ field: String, _ make: (String) throws(Problem) -> T) -> T? {
      do throws(Problem) { return try make(typed(field)) } catch {
        problems.append(FieldProblem(field, error))
        return nil
      }
    }
    let kind = read("importKind") { (raw) throws(Problem) -> Kind in
      guard let kind = Kind(rawValue: raw) else { throw Problem(.choiceUnknown) }
      return kind
    }
    let source = read("source") { (raw) throws(Problem) in
      try ImportSource(oneLine(raw).isEmpty ? (kind ?? .stackExchange).usualSource : raw)
    }
    let address = read("oldAddress", Self.address)
    let category: CategoryName?? = kind == .discourse ? .some(nil) : read("category", CategoryName.init)
    let questions = kind == .discourse ? read("questions", Self.questions) : []
    guard let kind, let source, let address, let category, let questions, problems.isEmpty else { throw ForumError.invalid(problems) }
    return Typed(kind: kind, source: source, address: address, category: category, questions: questions)
  }

  /// Nil where nothing was typed. Without what follows the host: links of the old forum bring their own.
  private static func address(_ raw: String) throws(Problem) -> String? {
    var text = oneLine(raw)
    if text.isEmpty { return nil }
    while text.hasSuffix("/") { text.removeLast() }
    if text.utf8.count > most.address { throw Problem(.tooLong, most.address) }
    let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
    let isPlain = rest.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"'<>\\^`{|}()[]@?#".utf8.contains($0) }
    guard let first = rest.first, first != "/", first != ".", first != ":", isPlain else { throw Problem(.webAddressBad) }
    return text
  }

  private static func questions(_ raw: String) throws(Problem) -> [String] {
    if raw.unicodeScalars.count > most.questions { throw Problem(.tooLong, most.questions) }
    return raw.split { $0 == "," || $0.isWhitespace }.map(String.init)
  }
}
