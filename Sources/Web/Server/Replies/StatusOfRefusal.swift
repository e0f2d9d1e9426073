import Community

extension Reply.Status {
  /// The status of a form that comes back because of a refusal.
  init(refusing error: ForumError) {
    self =
      switch error {
      case .notFound: .notFound
      case .gone: .gone
      case .forbidden: .forbidden
      case .conflict: .conflict
      case .invalid: .invalid
      case .tooSoon: .tooSoon
      case .busy: .unavailable
      }
  }
}
