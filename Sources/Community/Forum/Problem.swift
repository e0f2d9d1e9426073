/// Why something typed cannot be accepted, without words: the catalog has a sentence for each (`problem.CODE`).
package struct Problem: Error, Sendable, Hashable {
  /// What is wrong.
  package let code: Code
  /// The number in the sentence, such as the most characters allowed.
  package let number: Int?

  package init(_ code: Code, _ number: Int? = nil) {
    self.code = code
    self.number = number
  }

  package enum Code: String, Sendable, Hashable, CaseIterable {
    case empty, tooShort, tooLong, badCharacters
    case emailBad, emailTaken, handleBad, handleTaken, handleTooSoon, nameReserved, nameConfusable
    case passwordTooShort, passwordTooLong, passwordCommon, passwordWrong, credentialsWrong
    case tagBad, tagTooMany, tagUnknown, categoryUnknown, kindUnknown, choiceUnknown, dayUnknown, interestUnknown, interestsTooMany
    case bodyTooLong, timeZoneUnknown, linkExpired, collision
    case pictureMissing, pictureUnknown, pictureTooLarge, picturePixels, pictureDamaged, pictureMoves, pictureQuota, pictureBusy,
      pictureNotKept
  }
}

/// A problem beside the field it belongs to; a form collects all of its own.
package struct FieldProblem: Sendable, Hashable {
  package let field: String
  package let problem: Problem
  package init(_ field: String, _ problem: Problem) {
    self.field = field
    self.problem = problem
  }
}
