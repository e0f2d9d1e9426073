import Community
import Database
import ForumSupport
import TestSupport
import Testing

/// One action as it is done through the site: what it is tried on, the request, and what it changes.
struct Deed: Sendable {
  let name: String
  let action: Action
  /// Who may, written out by hand.
  let allowed: Set<Part>
  /// Whose form is taken all the same, without what it says more than they may.
  let halfway: Set<Part>
  /// Tries it and answers the status with whether it had its effect.
  let attempt: @Sendable (Ground) async throws -> (status: Int, worked: Bool)

  init(
    _ name: String, _ action: Action, _ allowed: Set<Part>, halfway: Set<Part> = [],
    _ attempt: @escaping @Sendable (Ground) async throws -> (Int, Bool)
  ) { (self.name, self.action, self.allowed, self.halfway, self.attempt) = (name, action, allowed, halfway, attempt) }

  /// A form sent to an address, and a number that is one higher once it worked.
  static func counting(
    _ ground: Ground, _ path: String, _ form: KeyValuePairs<String, String> = [:], _ number: SQL
  ) async throws -> (Int, Bool) {
    let before = try await ground.count(number)
    let answered = try await ground.browser.post(path, form: form)
    return (answered.status, try await ground.count(number) == before + 1)
  }

  static func reading(_ ground: Ground, _ path: String) async throws -> (Int, Bool) {
    let status = try await ground.browser.get(path).status
    return (status, status == 200)
  }
}
