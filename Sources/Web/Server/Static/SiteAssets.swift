import Pages

/// The public files, each at an address that changes with its content.
package final class SiteAssets: Sendable {
  private struct Files: Sendable {
    var byName: [String: StaticFile] = [:]
    var byPlace: [String: StaticFile] = [:]
  }
  private let files: Current<Files>

  /// `paths` are below `public/`, such as `css/site.css`; `stamp` says in development whether any of them changed.
  package init(
    paths: @escaping @Sendable () -> [String], read: @escaping @Sendable (String) -> [UInt8]?, stamp: (@Sendable () -> UInt64)? = nil
  ) throws {
    files = try Current(stamp: stamp) {
      var files = Files()
      for path in paths() {
        guard let type = MediaTypes.type(of: path), let bytes = read(path) else { continue }
        let file = StaticFile(bytes, type: type)
        files.byName[path] = file
        files.byPlace[Self.place(file.hash, Self.lastName(path))] = file
      }
      return files
    }
  }

  /// The address of a file, such as `css/site.css`; nil when there is none of that name.
  package func path(_ name: String) -> String? {
    (try? files.value().byName[name]).map { Paths.asset(hash: $0.hash, name: Self.lastName(name)) }
  }

  func file(_ name: String) -> StaticFile? { try? files.value().byName[name] }
  func file(hash: String, name: String) -> StaticFile? { try? files.value().byPlace[Self.place(hash, name)] }

  private static func place(_ hash: String, _ name: String) -> String { hash + "/" + name }
  private static func lastName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
