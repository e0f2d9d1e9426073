/// A catalog as people write it: `key = message` lines, `#` comments, and indented lines that continue the message above.
package struct CatalogFile: Sendable {
  /// The messages by key.
  package let messages: [String: String]
  let lines: [String: Int]
  let name: String

  /// Reads the text; throws `TemplateErrors` with every line that is not understood, a key given twice, and a placeholder that is not closed.
  package init(_ text: String, named name: String) throws {
    var reader = CatalogReader(file: name)
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      reader.read(line, number)
    }
    for (key, message) in reader.messages {
      do throws(MessageFault) {
        _ = try MessageParser.parse(message)
      } catch {
        reader.fault("\"\(key)\": \(error.words)", reader.lines[key] ?? 1)
      }
    }
    guard reader.faults.isEmpty else { throw TemplateErrors(reader.faults) }
    self.messages = reader.messages
    self.lines = reader.lines
    self.name = name
  }
}

private struct CatalogReader {
  let file: String
  var messages: [String: String] = [:]
  var lines: [String: Int] = [:]
  var faults: [TemplateFault] = []
  private var current: String?

  init(file: String) {
    self.file = file
  }

  mutating func fault(_ words: String, _ line: Int) {
    faults.append(TemplateFault(file: file, line: line, words: words))
  }

  mutating func read(_ line: Substring, _ number: Int) {
    let content = trimmed(line)
    if content.isEmpty {
      current = nil
    } else if let first = line.utf8.first, isWhitespace(first) {
      extend(with: content, number)
    } else if content.utf8.first != UInt8(ascii: "#") {
      begin(content, number)
    }
  }

  private mutating func extend(with content: String, _ number: Int) {
    guard let current, let begun = messages[current] else {
      return fault("an indented line continues a message, and there is none above", number)
    }
    messages[current] = begun.isEmpty ? content : begun + " " + content
  }

  private mutating func begin(_ content: String, _ number: Int) {
    current = nil
    guard let equals = content.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      return fault("expected \"key = message\"", number)
    }
    let key = trimmed(content[..<equals])
    guard isWordKey(key) else { return fault("\"\(key)\" is not a key: letters, digits, dots, - and _", number) }
    guard messages[key] == nil else {
      return fault("\"\(key)\" is given twice; the first is on line \(lines[key] ?? 1)", number)
    }
    messages[key] = trimmed(content[content.utf8.index(after: equals)...])
    lines[key] = number
    current = key
  }
}
