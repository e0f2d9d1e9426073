import Community
import Pages

extension AudienceContext {
  /// Answers "Preview": to a script the preview alone, else the page with it above the form.
  func preview(_ body: PostBody, title: String = "", page: () async throws -> Reply) async throws -> Reply {
    request.isFragment ? .page(PreviewPage(body, title: title)) : try await page()
  }
}
