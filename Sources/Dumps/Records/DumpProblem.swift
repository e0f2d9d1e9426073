/// Why a dump cannot be read at all, in words for whoever runs the import.
package enum DumpProblem: Error, Equatable, CustomStringConvertible {
  case notAFolder(String)
  case missingFiles([String], folder: String)
  case unreadable(file: String)
  case noTopics(String)
  case wrongEncoding(file: String, encoding: String)

  package var description: String {
    switch self {
    case .notAFolder(let path): "\(path) is not a folder."
    case .missingFiles(let names, let folder): "\(folder) has no \(names.joined(separator: ", no ")): a Stack Exchange dump needs it."
    case .unreadable(let file): "\(file) cannot be read."
    case .noTopics(let folder): "\(folder) has no .json files: a Discourse dump is one file for each topic."
    case .wrongEncoding(let file, let encoding): "\(file) says it is \(encoding); dumps are read as UTF-8 only."
    }
  }
}
