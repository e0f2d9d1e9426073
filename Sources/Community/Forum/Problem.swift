/// Why something typed cannot be accepted, without words: the catalog has a sentence for each (`problem.CODE`).
package struct Problem: Error, Sendable, Hashable {
  /// What is wrong.
  package let code: Code
  /// The number in the sentence, such as the most characters allowed.
  package let number: Int?
  /// What was typed that is meant, such as a word that is not taken; nil where the field says it.
  package let word: String?

  package init(_ code: Code, _ number: Int? = nil, word: String? = nil) {
    self.code = code
    self.number = number
    self.word = word
  }

  package enum Code: String, Sendable, Hashable, CaseIterable {
    case empty, tooShort, tooLong, badCharacters
    case emailBad, emailTaken, handleBad, handleTaken, handleTooSoon, handleOther, handleUnknown, nameReserved, nameConfusable
    case passwordTooShort, passwordTooLong, passwordCommon, passwordWrong, credentialsWrong
    case tagBad, tagTooMany, tagUnknown, categoryUnknown, kindUnknown, choiceUnknown, dayUnknown, interestUnknown, interestsTooMany
    case bodyTooLong, wordsMissing, topicUnfit, postsUnfit, acceptedFirst, timeZoneUnknown, linkExpired, collision
    case slugBad, hostUnknown, hostsTooMany
    case tagTaken, tagAbsent, synonymsTooMany
    case customerLine, customerFreeMail, customerLines, topicUnknown
    case pictureMissing, pictureUnknown, pictureTooLarge, picturePixels, pictureDamaged, pictureMoves, pictureQuota, pictureBusy,
      pictureNotKept
    case wordBlocked, linksTooMany, mentionsTooMany, picturesTooMany
    case replacementMatches, rulesTooMany, numberBad, numberTooSmall, domainBad, networkBad, emailNotTaken
    case colorBad, contrastLow, httpsBad
    case webAddressBad, folderUnknown, folderOutside, fileStrange, filesMissing, topicsMissing, archiveBad, archiveTooLarge, archiveNoRoom,
      archiveBusy
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
