import Foundation

/// The folder of a Discourse forum's topics as JSON, one file a topic, opened for an import.
package struct DiscourseDump: Sendable {
  /// A file of the folder, to be read when its turn comes.
  package struct File: Sendable, Hashable {
    package let name: String
    package let size: Int64
  }

  private let folder: URL
  /// By name.
  package let files: [File]
  /// What the folder's `categories.json` or `site.json` says, if there is one.
  package let categories: [DiscourseCategory]

  /// Looks for `.json` files in the folder and those in it. Throws `DumpProblem`.
  package init(folder path: String) throws {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw DumpProblem.notAFolder(path)
    }
    var files: [File] = []
    var lists: [File] = []
    for name in FileManager.default.enumerator(atPath: path) ?? .init() {
      guard let name = name as? String, name.hasSuffix(".json") else { continue }
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
      guard attributes?[.type] as? FileAttributeType != .typeDirectory else { continue }
      let file = File(name: name, size: (attributes?[.size] as? NSNumber)?.int64Value ?? 0)
      let last = name.split(separator: "/").last ?? ""
      if last == "categories.json" || last == "site.json" { lists.append(file) } else { files.append(file) }
    }
    guard !files.isEmpty else { throw DumpProblem.noTopics(path) }
    self.folder = folder
    self.files = files.sorted { $0.name < $1.name }
    categories = try lists.sorted { $0.name < $1.name }.flatMap { try Self.categories(in: $0, of: folder) }
  }

  /// All topics' length in bytes, for a progress bar.
  package var totalSize: Int64 { files.reduce(0) { $0 + $1.size } }

  /// Topics in the order of the files, or of those given.
  package func topics(_ files: [File]? = nil) -> DiscourseTopics { DiscourseTopics(files ?? self.files, in: folder) }

  private static func categories(in file: File, of folder: URL) throws -> [DiscourseCategory] {
    guard file.size <= DiscourseTopics.longestFile, let data = try? Data(contentsOf: folder.appending(path: file.name)),
      let list = try? JSONDecoder().decode(CategoryFile.self, from: data)
    else { throw DumpProblem.unreadable(file: file.name) }
    return list.categories
  }
}

/// `categories.json` keeps the list one level down, `site.json` does not.
private struct CategoryFile: Decodable {
  let categories: [DiscourseCategory]

  init(from decoder: any Decoder) throws {
    let fields = try JSONFields(decoder)
    let holder = fields.has("category_list") ? try fields.object("category_list") : fields
    categories = try Self.read(holder, "categories", depth: 0)
  }

  private static func read(_ fields: JSONFields, _ name: String, depth: Int) throws(RowFault) -> [DiscourseCategory] {
    try fields.list(name) { decoder throws(RowFault) -> [DiscourseCategory]? in
      let fields = try JSONFields(decoder)
      let below = depth < 4 ? try read(fields, "subcategory_list", depth: depth + 1) : []
      return [try DiscourseCategory(fields)] + below
    }.flatMap { $0 }
  }
}
