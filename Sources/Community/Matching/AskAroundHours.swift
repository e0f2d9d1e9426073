/// After how many hours without an answer a category's questions are offered to members who may know; 0 for never.
package struct AskAroundHours: Sendable, Equatable {
  package static let most = 720
  package let hours: Int

  /// As typed. Throws ``Problem`` `numberBad` with the greatest that may be.
  package init(_ raw: String) throws(Problem) {
    let text = oneLine(raw)
    guard text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let hours = Int(text), hours <= Self.most else {
      throw Problem(.numberBad, Self.most)
    }
    self.hours = hours
  }
}
