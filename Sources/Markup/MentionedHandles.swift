/// The handles a text may mention, in small letters: what a caller looks up, so that only those that somebody has become links
/// (``MarkdownOptions/handles``). Reads the source, so it also finds what turns out to be code; no more than `limit` are told.
package func mentionedHandles(in source: String, limit: Int = 200) -> Set<String> {
  var found: Set<String> = []
  var rest = source.utf8[...]
  while found.count < limit, let at = rest.firstIndex(of: UInt8(ascii: "@")) {
    rest = rest[source.utf8.index(after: at)...]
    var handle = rest.prefix(31).prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    while handle.last == UInt8(ascii: "-") { handle.removeLast() }
    if (2...30).contains(handle.count), handle.first != UInt8(ascii: "-") {
      found.insert(String(decoding: handle.map(\.lowered), as: UTF8.self))
    }
  }
  return found
}
