import Foundation

/// The Swift file in the making: text as raw literals, which compile fast and cost no start-up, everything else as base64.
struct EmbeddedSource {
  private var texts: [String] = []
  private var binaries: [String] = []

  mutating func add(_ path: String, _ data: Data) {
    let key = literal(path)
    if let text = embeddable(data) {
      let hashes = String(repeating: "#", count: longestHashes(in: text) + 1)
      texts.append("    \(key): \(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes),\n")
    } else {
      binaries.append("    \(key): \"\(data.base64EncodedString())\",\n")
    }
  }

  var text: String {
    """
    package enum EmbeddedFiles {
      /// Files of text, as they are.
      package static let texts: [String: StaticString] = [
    \(texts.isEmpty ? "    :\n" : texts.joined())  ]

      /// All other files, in base64.
      package static let binaries: [String: StaticString] = [
    \(binaries.isEmpty ? "    :\n" : binaries.joined())  ]
    }

    """
  }

  private func literal(_ path: String) -> String {
    let hashes = String(repeating: "#", count: longestHashes(in: path) + 1)
    return "\(hashes)\"\(path)\"\(hashes)"
  }

  /// A literal keeps line ends and tabs; the compiler would change a carriage return and refuse other control characters.
  private func embeddable(_ data: Data) -> String? {
    guard let text = String(data: data, encoding: .utf8), Data(text.utf8) == data else { return nil }
    return data.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A } && !text.unicodeScalars.contains("\u{FEFF}")
      ? text : nil
  }

  private func longestHashes(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
