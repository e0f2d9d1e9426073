import Community
import Pages

/// Which forum is to be brought here, and where its files lie.
struct ImportForm: Form {
  static let fields = [
    FormField("importKind", maximumBytes: 20), FormField("folder", maximumBytes: 1_024), FormField("source", maximumBytes: 1_024),
    FormField("oldAddress", maximumBytes: 1_024), FormField("category", maximumBytes: 1_024), FormField("questions", maximumBytes: 4_096),
    FormField("archive", maximumBytes: 1_100),
  ]
  static let archiveField: String? = "archive"
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Throws every problem at once; what lies in the folder is looked at too.
  func parse(_ look: (ImportOrder.Kind, ImportOrder.Place) async -> Problem?) async throws -> ImportOrder {
    var reader = FormReader(values)
    let (place, field) = values.archive.map { (sent($0, &reader), "archive") } ?? (folder(&reader), "folder")
    let typed = try reader.gather { try ImportOrder.parse { values[$0] } }
    if let place, let kind = ImportOrder.Kind(rawValue: values["importKind"]), let problem = await look(kind, place) {
      reader.note(field, problem)
    }
    guard let place, let typed, reader.isRight else { throw reader.failure }
    return typed.order(place)
  }

  /// What was sent stays from now on: an import of it is noted.
  func keepArchive() { values.archive?.keep() }

  private func sent(_ archive: ArrivedArchive, _ reader: inout FormReader) -> ImportOrder.Place? {
    switch archive.folder {
    case .success(let name): return .sent(name)
    case .failure(let problem):
      reader.note("archive", problem)
      return nil
    }
  }

  private func folder(_ reader: inout FormReader) -> ImportOrder.Place? {
    reader.read("folder") { (raw) throws(Problem) -> ImportOrder.Place in
      let folder = oneLine(raw)
      if folder.isEmpty { throw Problem(.empty) }
      if folder.unicodeScalars.count > ImportOrder.most.folder { throw Problem(.tooLong, ImportOrder.most.folder) }
      return .folder(folder)
    }
  }
}
