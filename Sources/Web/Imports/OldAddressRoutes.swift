import Pages

/// The addresses an imported forum had, so that links from elsewhere still lead to what they meant.
package enum OldAddressRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) {
    table.get(Paths.oldQuestionPattern, OldAddressHandlers.question)
    table.get(Paths.oldQuestionSlugPattern, OldAddressHandlers.question)
    table.get(Paths.oldQuestionAnswerPattern, OldAddressHandlers.answerOfQuestion)
    table.get(Paths.oldShortQuestionPattern, OldAddressHandlers.question)
    table.get(Paths.oldShortQuestionMemberPattern, OldAddressHandlers.question)
    table.get(Paths.oldAnswerPattern, OldAddressHandlers.answer)
    table.get(Paths.oldAnswerMemberPattern, OldAddressHandlers.answer)
    table.get(Paths.oldTopicPostPattern, OldAddressHandlers.postOfTopic)
  }
}
