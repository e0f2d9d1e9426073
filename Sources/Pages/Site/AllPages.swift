package import Templates

/// Every page there is: what the library of templates is made with. A page that is not listed here has no template.
package enum AllPages {
  package static let types: [any Page.Type] = LetterWriter.pages + [
    ErrorPage.self, SignInFirstPage.self,
    TopicListPage.self, TopicPage.self, AskPage.self, EditPage.self, HistoryPage.self, RemarkPage.self, SearchPage.self,
  ]
}
