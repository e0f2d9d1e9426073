/// The handles that HTML of ours links to as mentions, each once, in order of first appearance: what a stored post says of whom it names.
package func mentions(inHTML html: String) -> [String] {
  let mark = Array(#"<a class="mention" href="/m/"#.utf8)
  let bytes = Array(html.utf8)
  var found: [String] = []
  var index = 0
  while index + mark.count <= bytes.count {
    guard bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) else {
      index += 1
      continue
    }
    index += mark.count
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.endIndex
    let handle = String(decoding: bytes[index..<end], as: UTF8.self)
    if !found.contains(handle) { found.append(handle) }
    index = end
  }
  return found
}
