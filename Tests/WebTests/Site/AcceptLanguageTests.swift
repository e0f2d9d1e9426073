import Testing

@testable import Web

@Suite("What a browser says of its languages") struct AcceptLanguageTests {
  @Test(
    "leads to the language that suits best",
    arguments: [
      ("de", "de"), ("de-AT", "de"), ("DE-at", "de"), ("de-AT;q=0.5, en;q=0.8", "en"), ("en-GB,de;q=0.9", "en"), ("it, de;q=0.1", "de"),
      ("fr-CA", "fr-CA"), ("fr", "fr-CA"), ("fr-FR", "fr-CA"), ("pt-BR-x-y, en", "en"), (" de ; q=0.7 , en ; q=0.6", "de"),
      ("en;q=0, de;q=0.001", "de"), ("de;q=1.000", "de"), ("de, en", "de"), ("en, de", "en"), ("en-XA", "en-XA"), ("ar-XB", "ar-XB"),
    ])
  func chosen(_ header: String, _ tag: String) {
    #expect(AcceptLanguage.best(header, among: ["de", "en", "fr-CA", "en-XA", "ar-XB"]) == tag)
  }

  @Test(
    "leads nowhere where nothing suits or can be understood",
    arguments: [
      "", "fr", "*", "de;q=0", "de;q=2", "de;q=0,5x;q=;", "de;q=-1", "de;q=0.1234", ";;;", ",,,", "ar", "\u{0}", "-", "d e", "*, de;q=0.5",
    ])
  func nothing(_ header: String) { #expect(AcceptLanguage.best(header, among: ["de", "en", "ar-XB"]) == nil) }

  @Test("is read only in its beginning, however long it is") func long() {
    let many = String(repeating: "xx,", count: 4_000)
    #expect(AcceptLanguage.best(many + "de", among: ["de"]) == nil)
    #expect(AcceptLanguage.best("de," + many, among: ["de"]) == "de")
    #expect(AcceptLanguage.best(String(repeating: "a-", count: 4_000), among: ["de"]) == nil)
  }
}
