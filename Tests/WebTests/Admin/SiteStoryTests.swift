import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing

@Suite("Name and look") struct SiteStoryTests {
  private func form(_ changes: [String: String] = [:]) -> [(key: String, value: String)] {
    let standard = [
      "siteName": "Honeybee", "siteDescription": "People who keep bees", "accent": "", "accentDark": "", "companyAddress": "",
      "companyWords": "",
    ]
    return standard.merging(changes) { $1 }.map { ($0.key, $0.value) }
  }

  @Test("stand on every page once an admin said so, and in the log with what stood before") func story() async throws {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    let changes = ["accent": "#7A1F5C", "companyAddress": "https://example.org/", "companyWords": "Back to <b>Example</b> Ovens"]
    #expect(try await noor.post("/admin/site", pairs: form(changes)).status == 303)
    let home = try await forum.visitor().get("/").text
    #expect(home.contains("Honeybee") && home.contains("<a href=\"https://example.org/\" dir=\"auto\">Back to &lt;b&gt;Example"))
    let sheet = String(try #require(home.firstMatch(of: /\/brand\/accent-[0-9a-f-]+\.css/)).0)
    let answered = try await forum.visitor().get(sheet)
    #expect(answered.status == 200 && answered.headers[.contentType] == "text/css; charset=utf-8")
    #expect(answered.headers[.cacheControl]?.contains("immutable") == true && answered.text.contains("light-dark(#7a1f5c"))
    // Another colour is another address, and the old one is gone. The same again is not said twice.
    #expect(try await noor.post("/admin/site", pairs: form(["accent": "#004080"])).status == 303)
    #expect(try await noor.post("/admin/site", pairs: form(["accent": "#004080"])).status == 303)
    #expect(try await forum.visitor().get(sheet).status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'setting'") == 2)
    let note = try await forum.store.read { tx in
      try tx.value("SELECT note FROM act_text ORDER BY act_id DESC LIMIT 1", as: String.self)
    }
    #expect(note?.contains("site.accent: #7a1f5c ") == true && note?.contains("→ #004080 ") == true)
    #expect(try await noor.post("/admin/site", pairs: form()).status == 303)
    #expect(try await !forum.visitor().get("/").text.contains("/brand/"))
  }

  @Test("what cannot be taken comes back beside its field with the figure, and all that was typed") func refused() async throws {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    let back = try await noor.post(
      "/admin/site",
      pairs: form([
        "siteName": "", "accent": "#ffcc00", "accentDark": "dark", "companyAddress": "http://example.org", "companyWords": "Back",
      ]))
    #expect(back.status == 422)
    for id in ["siteName", "accent", "accentDark", "companyAddress"] { #expect(back.text.contains("id=\"\(id)-problem\""), "\(id)") }
    #expect(back.text.contains("value=\"#ffcc00\"") && back.text.contains("value=\"Back\"") && back.text.contains("Contrast 1.3 to 1"))
    #expect(back.text.contains("The nearest that can be read is #"))
    #expect(try await forum.store.number("SELECT count(*) FROM act") == 0)
  }

  @Test("a logo and a picture for the tab are made anew, shown, replaced and taken off") func pictures() async throws {
    let forum = try await TestForum.make()
    let (noor, visitor) = (try await forum.member("noor"), forum.visitor())
    #expect(try await noor.post("/admin/site/logo", picture: TestPicture.png(1200, 300)).status == 303)
    #expect(try await noor.post("/admin/site/icon", picture: TestPicture.png(300, 200)).status == 303)
    let home = try await visitor.get("/").text
    let logo = String(
      try #require(home.firstMatch(of: /<img class="logo" src="(\/brand\/[a-z2-7]+\.webp)" alt="" width="384" height="96">/)).1)
    let icon = String(try #require(home.firstMatch(of: /<link rel="icon" href="(\/brand\/[a-z2-7]+\.png)" type="image\/png">/)).1)
    for (path, type) in [(logo, "image/webp"), (icon, "image/png"), ("/favicon.ico", "image/png")] {
      let answered = try await visitor.get(path)
      #expect(answered.status == 200 && answered.headers[.contentType] == type, "\(path)")
    }
    #expect(try await visitor.get(logo).headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
    #expect(try await visitor.get(logo).headers[.cacheControl]?.contains("immutable") == true)
    // Sent twice, the last one stands there alone.
    #expect(try await noor.post("/admin/site/logo", picture: TestPicture.png(1200, 300)).status == 303)
    #expect(try await visitor.get(logo).status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM site_picture") == 2)
    for kind in ["logo", "icon"] { #expect(try await noor.post("/admin/site/\(kind)/remove").status == 303) }
    #expect(try await noor.post("/admin/site/logo/remove").status == 303)
    #expect(try await !visitor.get("/").text.contains("/brand/"))
    #expect(try await visitor.get("/favicon.ico").headers[.contentType]?.contains("svg") == true)
    #expect(try await noor.post("/admin/site/banner", picture: TestPicture.png()).status == 404)
  }

  @Test(
    "what is no picture comes back with a sentence beside its field, and nothing is kept",
    arguments: [
      "", "<svg onload=alert(1)>", "GIF89a", "\u{89}PNG\r\n\u{1A}\n", "RIFF____WEBPVP8X", "<!doctype html><script>alert(1)</script>",
    ])
  func hostile(_ file: String) async throws {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    for kind in ["logo", "icon"] {
      let back = try await noor.post("/admin/site/\(kind)", picture: Array(file.utf8), named: "logo.svg")
      #expect(back.status == 422 && back.text.contains("id=\"\(kind)-picture-problem\""))
      let cut = try await noor.post("/admin/site/\(kind)", picture: Array(TestPicture.png(200, 200).dropLast(120)))
      #expect(cut.status == 422)
    }
    #expect(try await forum.store.number("SELECT count(*) FROM site_picture") == 0)
  }

  @Test("only admins, everybody else finds nothing", arguments: ["visitor", "ana", "omar", "mei", "tomas"]) func permission(_ name: String)
    async throws
  {
    let forum = try await TestForum.make()
    let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
    let (read, write) = name == "visitor" ? (303, 401) : (404, 404)
    #expect(try await browser.get("/admin/site").status == read)
    #expect(try await browser.post("/admin/site", pairs: form()).status == write)
    #expect(try await browser.post("/admin/site/logo", picture: TestPicture.png()).status == write)
    #expect(try await browser.post("/admin/site/logo/remove").status == write)
    #expect(try await forum.store.number("SELECT count(*) FROM site_picture") == 0)
  }
}
