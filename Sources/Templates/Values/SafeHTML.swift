/// HTML that is safe to send as it is; its type is the proof, so that people's text can never pass for it.
package struct SafeHTML: Sendable, Equatable {
  /// The markup, for whoever stores or sends it.
  package let html: String

  /// Wraps what is already safe: only Markup's output and the escaper's own may pass here, and a house test reads every caller.
  package init(trusted html: String) {
    self.html = html
  }

  /// Makes any text harmless, for text that must stand where HTML is expected.
  package init(escaping text: String) {
    var bytes: [UInt8] = []
    appendEscaped(text, to: &bytes)
    self.html = String(decoding: bytes, as: UTF8.self)
  }
}
