import Community
import Pages

/// Members who may like to meet, and what matching may do with what one wrote.
package enum PeopleRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.people, PeopleHandlers.show)
    table.post(Paths.matchChoices, MatchChoicesForm.self, PeopleHandlers.choose)
    table.get(Paths.matchFacts, PeopleHandlers.facts)
    table.post(Paths.useTopicPattern, UseFactForm.self, PeopleHandlers.useTopic)
    table.post(Paths.useInterestPattern, UseFactForm.self, PeopleHandlers.useInterest)
    table.post(Paths.passByPattern, PassByForm.self, PeopleHandlers.passBy)
    table.post(Paths.suggestAgainPattern, PeopleHandlers.suggestAgain)
    table.post(Paths.sensitiveCategoryPattern, UseFactForm.self, SensitiveHandlers.category)
    table.post(Paths.sensitiveTagPattern, UseFactForm.self, SensitiveHandlers.tag)
  }
}
