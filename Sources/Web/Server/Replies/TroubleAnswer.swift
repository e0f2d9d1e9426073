import Community
import Database
import HTTPTypes
import Logging
import Pages
import Templates

extension Trouble {
  /// The page, or a line of text where no person reads or not even a page can be made.
  func answer(_ visit: Visit, _ services: Services) async -> Answer {
    var answer = await page(visit, services) ?? Answer(text: "\(status) \(code.rawValue) (\(visit.id))\n", status: status)
    if let retryAfter { answer.headers[.retryAfter] = String(retryAfter) }
    if !methods.isEmpty {
      answer.headers[.allow] = (methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : [])).joined(separator: ", ")
    }
    answer.cache(.never)
    return answer
  }

  private func page(_ visit: Visit, _ services: Services) async -> Answer? {
    if code == .wrongSite { return wrongHost(visit, services) }
    guard visit.audience != .machine, let site = visit.site ?? visit.fallback else { return nil }
    let maker = await maker(site, services)
    guard let maker else { return nil }
    let sentence = problem.map { maker.sentence($0) } ?? detail.flatMap { maker.words.known($0) }
    let texts = Self.texts(site.request.form, visit.formFields)
    let page =
      if let sentence { ErrorPage(code, text: sentence, texts: texts, requestID: visit.id, maker: maker) } else {
        ErrorPage(code, texts: texts, requestID: visit.id, maker: maker)
      }
    return Self.html(page, site.edition, visit, services).map { Answer(html: $0, status: status) }
  }

  /// Nil when a template is wrong, as happens while one is written: the log says where.
  private static func html(_ page: any Page, _ edition: Edition, _ visit: Visit, _ services: Services) -> [UInt8]? {
    do { return try edition.render(page) } catch {
      services.log.error("error page", metadata: ["error": .string("\(error)"), "request": .string(visit.id)])
      return nil
    }
  }

  /// A page without a link or a file: they would be asked for at the wrong host again.
  private func wrongHost(_ visit: Visit, _ services: Services) -> Answer? {
    guard visit.isForPerson, let edition = try? services.pages.editions().edition(accepting: visit.acceptedLanguages) else { return nil }
    let page = WrongHostPage(requestID: visit.id, words: edition.words)
    return Self.html(page, edition, visit, services).map { Answer(html: $0, status: status) }
  }

  private func maker(_ site: SiteContext, _ services: Services) async -> PageMaker? {
    // A Store in trouble is not asked again.
    if status < 500, let maker = try? await services.store.read({ tx in try Frames.maker(site, in: tx) }) { return maker }
    return try? Frames.bare(site)
  }

  /// What takes somebody time to write, out of the form they sent.
  private static func texts(_ form: FormValues, _ fields: [FormField]) -> [ErrorPage.Typed] {
    form.shown(fields.filter { $0.maximumBytes >= 1_200 && $0.name != "return_to" }).filter { !$0.value.isEmpty }.map {
      ErrorPage.Typed($0.value)
    }
  }
}
