package import Templates

/// Every page there is: what the library of templates is made with. A page that is not listed here has no template.
package enum AllPages {
  package static let types: [any Page.Type] =
    LetterWriter.pages + [
      TopicListPage.self, TopicPage.self, TidyPage.self, AskPage.self, EditPage.self, HistoryPage.self, RemarkPage.self, DraftsPage.self,
      SearchPage.self,
      FruitlessPage.self, ErasePage.self, BackupsPage.self, ImportsPage.self, ImportPage.self, MemberSheetPage.self, AdminPage.self,
      MembersPage.self, MergePage.self,
      RolesPage.self,
      CustomersPage.self, AvatarPage.self,
      NumbersPage.self, HealthPage.self, SiteSettingsPage.self, SiteSettingPage.self,
      CategoriesPage.self, CategorySheetPage.self, TagsPage.self, TagSheetPage.self,
      ErrorPage.self, WrongHostPage.self, SignInFirstPage.self, PrivacyPage.self, AccessibilityPage.self, KeyboardPage.self,
      SignUpPage.self, SignInPage.self, ResetPage.self, NewPasswordPage.self, ConfirmPage.self, PassingPage.self, ClaimPage.self,
      SetUpPage.self, SettingsPage.self, ProfilePage.self, FollowingPage.self, BookmarksPage.self, NoticesPage.self, StopMailPage.self,
      ConversationPage.self, ConversationsPage.self, WriteToPage.self, ReportPage.self, MakePublicPage.self,
      BlockedPage.self, WelcomePage.self, PeoplePage.self, MatchFactsPage.self,
      WordsPage.self, WordRulePage.self, PreventionPage.self, JoiningPage.self, InvitationsPage.self,
      QueuePage.self, ArrangePage.self, ConductPage.self, ReviewPage.self, WavePage.self, LogPage.self, FileReportPage.self,
      DecisionsPage.self, DecisionPage.self,
      OpeningPage.self, MailPage.self, SitePage.self, TextsPage.self, TextPage.self, TextHistoryPage.self, SiteTextPage.self,
      AcceptTermsPage.self,
      FeedPage.self, SitemapPage.self, SitemapIndexPage.self,
    ] + fragments

  /// Parts of pages that a script asks for and puts in their place.
  package static let fragments: [any Page.Type] = [
    DraftStatePage.self, PreviewPage.self, CompletionPage.self, SimilarPage.self, PictureInsertedPage.self,
  ]
}
