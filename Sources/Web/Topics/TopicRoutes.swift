import Pages

/// Addresses of lists and topics, for the table of routes.
package enum TopicRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) {
    table.get(Paths.home, TopicListHandlers.latest)
    table.get(Paths.newToMe, TopicListHandlers.newToMe)
    table.get(Paths.mine, TopicListHandlers.mine)
    table.get(Paths.unanswered, TopicListHandlers.unanswered)
    table.get(Paths.categoryPattern, TopicListHandlers.category)
    table.get(Paths.tagPattern, TopicListHandlers.tag)
    table.get(Paths.topicPattern, TopicHandlers.show)
    table.get(Paths.topicBarePattern, TopicHandlers.bare)
    table.get(Paths.feed, FeedHandlers.latest)
    table.get(Paths.categoryFeedPattern, FeedHandlers.category)
    table.get(Paths.tagFeedPattern, FeedHandlers.tag)
    table.get(Paths.topicFeedPattern, FeedHandlers.topic)
    table.get(Paths.sitemap, FeedHandlers.sitemap)
    table.get(Paths.sitemapPartPattern, FeedHandlers.sitemapPart)
    table.get(Paths.ask, AskHandlers.form)
    table.get(Paths.similar, SimilarHandlers.show)
    table.compose(Paths.ask, OpenTopicForm.self, AskHandlers.open)
    table.post(Paths.meTooPattern, WantedForm.self, TopicActHandlers.meToo)
    table.post(Paths.solvedPattern, NoteForm.self, TopicActHandlers.solve)
    table.post(Paths.unsolvedPattern, TopicActHandlers.takeBackSolved)
    table.post(Paths.solvedAgainPattern, TopicActHandlers.solvedAgain)
    table.post(Paths.announcePattern, AnnounceForm.self, AnnounceHandlers.announce)
    table.post(Paths.announceAgainPattern, AnnounceHandlers.again)
    table.post(Paths.endAnnouncementPattern, AnnounceHandlers.end)
    table.get(Paths.tidyPattern, TidyHandlers.show)
    table.post(Paths.tidyTagsPattern, TagsForm.self, TidyHandlers.tags)
    table.post(Paths.tidyRepeatsPattern, RepeatsForm.self, TidyHandlers.repeats)
    table.post(Paths.tidySettlePattern, WantedForm.self, TidyHandlers.settle)
    table.post(Paths.tidyEndPattern, TidyHandlers.end)
    table.post(Paths.hideAnnouncementPattern, HideForm.self, AnnounceHandlers.hide)
    table.post(Paths.showAnnouncementPattern, AnnounceHandlers.show)
  }
}
