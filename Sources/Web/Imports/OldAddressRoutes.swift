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
    table.get(Paths.oldMemberPattern, OldAddressHandlers.member)
    table.get(Paths.oldMemberSummaryPattern, OldAddressHandlers.member)
    table.get(Paths.oldMemberActivityPattern, OldAddressHandlers.member)
    table.get(Paths.oldCategoryPattern, OldAddressHandlers.category)
    table.get(Paths.oldInnerCategoryPattern, OldAddressHandlers.innerCategory)
  }
}
