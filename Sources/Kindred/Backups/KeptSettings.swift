import Foundation

/// What an operator has set, as it goes into a backup: without passwords and tokens, which are only named.
package struct KeptSettings: Sendable, Equatable {
  package let text: String
  private static let secrets: Set<ServerConfiguration.Key> = [.database, .smtpURL, .bounceToken]

  /// From where settings are read: the environment over the text of `kindred.conf`.
  package init(environment: [String: String], file: String?) {
    var problems: [String] = []
    let fromFile = file.map { ConfigurationFile.parse($0, name: "kindred.conf", problems: &problems) } ?? [:]
    var lines = ["# What was set where this backup was made. Copy into kindred.conf what shall be so again."]
    for key in ServerConfiguration.Key.allCases where key != .data {
      guard let value = [environment, fromFile].compactMap({ $0[key.rawValue] }).first(where: { !$0.isEmpty }) else { continue }
      let isSecret = Self.secrets.contains(key)
      lines.append(
        isSecret ? "# \(key.rawValue) was set; it may hold a password and is not kept here" : "\(key.rawValue)=\(Self.line(value))")
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// Of this process.
  static func current(_ data: String) -> KeptSettings {
    KeptSettings(
      environment: ProcessInfo.processInfo.environment, file: try? String(contentsOfFile: data + "/kindred.conf", encoding: .utf8))
  }

  private static func line(_ value: String) -> String { value.filter { !$0.isNewline } }
}
