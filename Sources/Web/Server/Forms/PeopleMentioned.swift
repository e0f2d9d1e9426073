import Community

extension AudienceContext {
  /// The handles in a text that somebody has; asked before it is rendered, and only when it names any.
  func people(in text: String) async throws -> Set<String> {
    let mentioned = Mentioned(in: text)
    return mentioned.handles.isEmpty ? [] : try await read { tx in try mentioned.known(in: tx) }
  }
}
