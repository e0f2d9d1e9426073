package import Community
package import Templates

/// Where an admin erases a member: what goes, what stays, and a field that nobody fills in by mistake.
package struct ErasePage: Page {
  package static let template = "admin/erase"
  let site: SiteFrame
  let frame: AdminFrame
  let title: String
  let path: String
  let backPath: String
  let problems: ProblemSummary?
  let messages: String
  let pictures: String
  let posts: String
  let isPossible: Bool
  let takesTexts: Bool
  let handle: InputField

  package init(_ preview: ErasePreview, form: FormState = FormState(), maker: PageMaker) {
    let (words, member) = (maker.words, preview.member)
    title = words.text("erase.title", ["name": .text(member.name)])
    site = maker.frame(title: title)
    frame = AdminFrame(maker)
    path = Paths.eraseMember(member.id)
    backPath = Paths.member(member.handle)
    problems = ProblemSummary(form, maker: maker)
    messages = words.text("erase.messages", ["count": .number(preview.messages)])
    pictures = words.text("erase.pictures", ["count": .number(preview.pictures)])
    posts = words.text("erase.posts", ["count": .number(preview.posts)])
    isPossible = preview.isPossible
    takesTexts = form["texts"] == "yes"
    handle = InputField(
      "handle", in: form, maker: maker, label: "eraseHandle", says: words.text("erase.type", ["handle": .text("@" + member.handle)]))
  }

  private init() {
    frame = .sample
    (site, title, path, backPath, problems) = (.sample, "Erase Ana Costa", "/admin/members/1/erase", "/m/ana", .sample)
    (messages, pictures, posts) = ("3 messages", "2 pictures", "14 posts")
    (isPossible, takesTexts, handle) = (true, true, .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "title": .text(title)
    case "path": .text(path)
    case "backPath": .text(backPath)
    case "problems": problems.map(Field.one) ?? .nothing
    case "messages": .text(messages)
    case "pictures": .text(pictures)
    case "posts": .text(posts)
    case "isPossible": .flag(isPossible)
    case "takesTexts": .flag(takesTexts)
    case "handle": .one(handle)
    default: nil
    }
  }

  package static let sample = ErasePage()
}
