/// The cookies of a request by name. The first of two with one name counts; what is no cookie is skipped.
func parseCookies(_ headers: some Sequence<String>) -> [String: String] {
  var cookies: [String: String] = [:]
  for header in headers {
    for pair in header.split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmingSpaces, value = parts[1].trimmingSpaces
      if !name.isEmpty, cookies[String(name)] == nil { cookies[String(name)] = String(value) }
    }
  }
  return cookies
}

extension Substring {
  /// Without the blanks around it that HTTP allows.
  var trimmingSpaces: Substring {
    var text = self
    while let first = text.utf8.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
    while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
    return text
  }
}
