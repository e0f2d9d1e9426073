/// Gives each heading of a post an id of its own, made from its words.
struct HeadingIDs {
  private var taken: Set<String> = []
  private var nextNumber: [String: Int] = [:]

  mutating func id(for words: [UInt8]) -> String {
    let name = Self.name(words)
    var id = name
    while !taken.insert(id).inserted {
      let number = nextNumber[name, default: 2]
      nextNumber[name] = number + 1
      id = name + "-" + String(number)
    }
    return id
  }

  /// Letters and digits of any script, lower-cased, hyphens between words, at most 60 bytes.
  private static func name(_ words: [UInt8]) -> String {
    var name = ""
    for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        let lowered = scalar.properties.lowercaseMapping
        if name.utf8.count + lowered.utf8.count > 60 { break }
        name += lowered
      } else if !name.isEmpty, name.utf8.last != UInt8(ascii: "-"), name.utf8.count < 60 {
        name += "-"
      }
    }
    if name.utf8.last == UInt8(ascii: "-") { name.removeLast() }
    return name.isEmpty ? "section" : name
  }
}
