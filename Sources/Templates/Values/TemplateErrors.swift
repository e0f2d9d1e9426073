/// One thing that is wrong in a template or a catalog, for the person who has to mend it.
package struct TemplateFault: Sendable, Hashable, CustomStringConvertible {
  /// The file, as a path below its folder.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// What is wrong, and where it helps, what to write.
  package let words: String

  package var description: String { "\(file):\(line): \(words)" }
}

/// Everything that stops a library or a catalog from loading, all at once and in a stable order.
package struct TemplateErrors: Error, CustomStringConvertible {
  /// The faults by file and line.
  package let faults: [TemplateFault]

  init(_ faults: some Sequence<TemplateFault>) {
    self.faults = Set(faults).sorted { ($0.file, $0.line, $0.words) < ($1.file, $1.line, $1.words) }
  }

  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
