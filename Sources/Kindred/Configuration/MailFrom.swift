/// Who mail comes from, as an operator writes it: `forum@example.org` or `Name <forum@example.org>`.
package struct MailFrom: Sendable, Equatable {
  package let name: String?
  package let address: String

  /// Nil unless there is one address, and no control characters anywhere.
  package init?(_ text: String) {
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
    if text.hasSuffix(">") {
      let parts = text.dropLast().split(separator: "<", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      var name = parts[0]
      while name.last == " " { name.removeLast() }
      self.name = name.isEmpty ? nil : String(name)
      address = String(parts[1])
    } else {
      name = nil
      address = text
    }
    let halves = address.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty, !address.contains(" ") else { return nil }
  }
}
