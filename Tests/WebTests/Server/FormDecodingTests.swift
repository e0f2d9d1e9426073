import Community
import Testing

@testable import Web

@Suite struct FormDecodingTests {
  private let fields = [FormField("title", maximumBytes: 10), FormField("tag", maximumBytes: 5, isRepeated: true)]

  private func decode(_ body: String) throws -> FormValues { try FormDecoding.form(Array(body.utf8), fields: fields) }

  @Test("escapes and plus signs become the text that was typed") func text() throws {
    #expect(try decode("title=a+b%2Bc%C3%A9")["title"] == "a b+cé")
    #expect(try decode("title")["title"] == "")
    #expect(try decode("")["title"] == "")
  }

  @Test("lines end with one character whatever the browser sends") func lines() throws {
    #expect(try decode("title=a%0D%0Ab%0Dc%0Ad")["title"] == "a\nb\nc\nd")
  }

  @Test(
    "what no browser sends is refused",
    arguments: [
      ("title=%", BadRequest.escapes), ("title=%4", .escapes), ("title=%zz", .escapes), ("%zz=1", .escapes), ("title=%FF", .notText),
      ("title=%C3", .notText), ("title=%ED%A0%80", .notText), ("other=1", .unknownField), ("Title=1", .unknownField), ("=1", .unknownField),
      ("title=1&title=2", .repeatedField),
    ])
  func refused(_ body: String, _ problem: BadRequest) { #expect(throws: problem) { try decode(body) } }

  @Test("a declared field may come several times") func repeated() throws {
    #expect(try decode("tag=a&tag=b").all("tag") == ["a", "b"])
  }

  @Test("a field over its cap is kept, and is a problem beside it") func overlong() throws {
    let values = try decode("title=12345678901")
    #expect(values["title"] == "12345678901")
    #expect(values.problems == [FieldProblem("title", Problem(.tooLong, 10))])
    #expect(try decode("title=1234567890").problems.isEmpty)
  }

  @Test("ten thousand fields are refused rather than counted") func many() {
    #expect(throws: BadRequest.self) { try decode(Array(repeating: "tag=a", count: 10_000).joined(separator: "&")) }
  }

  @Test("a query parameter that comes twice, or badly, is refused") func query() throws {
    #expect(try FormDecoding.query("page=2&utm=x") == ["page": "2", "utm": "x"])
    #expect(throws: BadRequest.repeatedQuery) { try FormDecoding.query("page=2&page=3") }
    #expect(throws: BadRequest.escapes) { try FormDecoding.query("page=%") }
  }
}
