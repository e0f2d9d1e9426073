import Community
import Database
import Dumps

/// Brings a Discourse forum's topics into the community; stopped anywhere, the next run goes on.
struct DiscourseImport: Sendable {
  let dump: DiscourseDump
  let store: any Store
  let source: ImportSource
  /// Slugs or numbers of categories whose topics are questions.
  let questions: Set<String>
  /// The old forum's address, for links like `/t/1`; nil leaves such links as words.
  let linkBase: String?
  var batchSize = 300

  /// The bytes that will be read: all of them twice, once for what hangs together.
  static func work(_ dump: DiscourseDump) -> Int64 { 2 * dump.totalSize }

  func run(
    onProblem: @escaping (String) -> Void = { _ in }, progress: @escaping ImportPipeline.OnBatch = { _, _, _ in }
  ) async throws -> ImportPipeline.Report {
    let run = ImportRun(
      ImportPipeline(store: store, source: source, batchSize: batchSize), onProblem: onProblem, progress: progress)
    let facts = try await DiscourseFacts(dump, progress: { progress($0, 0, run.report) })
    let shelves = facts.categories
    let asking = try questions(among: shelves)
    run.looked(through: dump.totalSize, problems: facts.problems, leavingOut: facts.leavingOut)
    var categories: [Int?: CategoryID] = [:]
    for (id, category) in shelves { categories[id] = try await run.category(Self.shelf(id, category)) }
    let people = facts.people.sorted { ($0.value.since, $0.key ?? 0) < ($1.value.since, $1.key ?? 0) }
    try await run.stage(
      people.map { id, person in
        ImportItem(kind: .member, external: DiscourseRecords.member(id), place: "user \(DiscourseRecords.member(id))") {
          [.member(DiscourseRecords.member(id, person))]
        }
      })
    try await run.stage(Self.addresses(people: facts.people, shelves: shelves))
    let records = DiscourseRecords(categories: categories, questions: asking, linkBase: linkBase)
    try await run.stage(dump.topics(facts.ordered)) { topic, place in
      DiscourseThread(topic).map { records.items($0, place: place) } ?? []
    }
    return try await run.finish()
  }

  private func questions(among shelves: [(id: Int?, category: DiscourseCategory)]) throws -> Set<Int?> {
    var found: Set<Int?> = []
    for name in questions.sorted() {
      let matches = shelves.filter { $0.category.slug == name || $0.id.map(String.init) == name }
      guard !matches.isEmpty else {
        throw Typed.Refusal(
          description: "there is no category “\(name)” for questions; there are " + shelves.map(\.category.slug).joined(separator: ", "))
      }
      found.formUnion(matches.map(\.id))
    }
    return found
  }

  /// What of the old forum's addresses says names instead of numbers.
  private static func addresses(
    people: [Int?: DiscourseFacts.Person], shelves: [(id: Int?, category: DiscourseCategory)]
  ) -> [ImportItem] {
    let members = people.compactMap { id, person in
      id.flatMap { person.name.isEmpty ? nil : ImportedAddress("u/" + person.name.lowercased(), .member, DiscourseRecords.member($0)) }
    }
    let categories = shelves.flatMap { id, category -> [ImportedAddress] in
      guard let id else { return [] }
      // A slug that is a number would be taken for one.
      let names = Int(category.slug) == nil ? [String(id), category.slug.lowercased()] : [String(id)]
      return names.map { ImportedAddress("c/" + $0, .category, String(id)) }
    }
    return (members + categories).sorted { $0.external < $1.external }.map { address in
      ImportItem(kind: .address, external: address.external, place: "/" + address.external) { [.address(address)] }
    }
  }

  private static func shelf(_ id: Int?, _ category: DiscourseCategory) throws -> ImportedCategory {
    let name = String(oneLine(category.name).unicodeScalars.prefix(CategoryName.most))
    return ImportedCategory(
      external: id.map(String.init) ?? "none",
      name: try Typed.parse("category \(category.slug)") { () throws(Problem) in try CategoryName(name) },
      description: category.description, color: category.color, access: category.isRestricted ? .staff : .everyone)
  }
}
