import Foundation
import PackagePlugin

/// Makes the package's folders of files into one Swift file of the target, so that the binary runs wherever it is moved.
@main
struct EmbedFiles: BuildToolPlugin {
  private let folders = ["migrations", "public", "templates", "words"]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folders.joined(separator: ", "))",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path(percentEncoded: false), root.path(percentEncoded: false)] + folders,
        inputFiles: folders.flatMap { inputs(in: root.appending(path: $0)) },
        outputFiles: [output])
    ]
  }

  /// The folders themselves too: without them the build would not notice a new file.
  private func inputs(in folder: URL) -> [URL] {
    guard let entries = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles]) else {
      return []
    }
    let found = entries.compactMap { $0 as? URL }
    return FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) ? [folder] + found : []
  }
}
