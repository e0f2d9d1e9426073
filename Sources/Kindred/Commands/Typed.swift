import ArgumentParser
import Community
import Passwords

/// What an operator typed after an option, and plain words when it cannot be.
enum Typed {
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  static func parse<T>(_ option: String, _ make: () throws(Problem) -> T) throws -> T {
    do { return try make() } catch { throw Refusal(description: "\(option): \(words(for: error))") }
  }

  static func role(_ text: String) throws -> Role {
    guard let role = Role(rawValue: text), role != .visitor else {
      throw Refusal(
        description: "--role: expected one of " + Role.allCases.filter { $0 != .visitor }.map(\.rawValue).joined(separator: ", "))
    }
    return role
  }

  /// Says the forum's refusals in words for the command line.
  static func refusing<T>(_ work: () async throws -> T) async throws -> T {
    do { return try await work() } catch ForumError.invalid(let problems) {
      throw Refusal(description: problems.map { "--\($0.field): \(words(for: $0.problem))" }.joined(separator: "\n"))
    } catch ForumError.notFound {
      throw Refusal(description: "there is no member with that e-mail address")
    } catch ForumError.forbidden {
      throw Refusal(description: "refused: the site would be left without an admin")
    } catch let problem as PasswordProblem {
      throw Refusal(description: "--password: \(words(for: problem))")
    }
  }

  /// Why a record of another forum could not be taken.
  static func reason(_ error: any Error) -> String { (error as? Problem).map { words(for: $0) } ?? "\(error)" }

  private static func words(for problem: PasswordProblem) -> String {
    switch problem {
    case .tooShort(let minimum): "at least \(minimum) characters"
    case .tooLong(let maximum): "at most \(maximum) characters"
    case .common: "among the first that anybody would try"
    }
  }

  private static func words(for problem: Problem) -> String {
    switch problem.code {
    case .empty: "must not be empty"
    case .tooShort: "too short"
    case .tooLong: problem.number.map { "at most \($0) characters" } ?? "too long"
    case .bodyTooLong: problem.number.map { "longer than \($0) KiB" } ?? "too long"
    case .badCharacters: "has characters that cannot stand there"
    case .emailBad: "is no e-mail address"
    case .emailTaken: "belongs to a member already"
    case .nameReserved: "is reserved for the company"
    case .nameConfusable: "looks too much like somebody else's"
    case .collision: "is there already"
    default: problem.code.rawValue
    }
  }
}
