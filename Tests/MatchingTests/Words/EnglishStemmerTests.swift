import Matching
import Testing

@Suite struct EnglishStemmerTests {
  @Test(
    "words are cut as the published algorithm says",
    arguments: [
      ("caresses", "caress"), ("ties", "tie"), ("cries", "cri"), ("gas", "gas"), ("gaps", "gap"), ("kiwis", "kiwi"), ("agreed", "agre"),
      ("hopping", "hop"), ("hoping", "hope"), ("luxuriated", "luxuri"), ("happy", "happi"), ("say", "say"), ("by", "by"),
      ("relational", "relat"), ("conditionally", "condit"), ("organization", "organiz"), ("fluently", "fluentli"), ("hopefulness", "hope"),
      ("electrical", "electr"), ("goodness", "good"), ("adjustment", "adjust"), ("adoption", "adopt"), ("controlling", "control"),
      ("rolled", "roll"), ("skies", "sky"), ("dying", "die"), ("news", "news"), ("succeeding", "succeed"), ("generally", "general"),
      ("generated", "generat"), ("communication", "communic"), ("yes", "yes"), ("youth", "youth"), ("added", "add"), ("pasted", "paste"),
      ("biologist", "biolog"), ("evenings", "evening"), ("comment", "comment"), ("parent", "parent"), ("station", "station"),
      ("statement", "statement"),
    ])
  func stems(word: String, stem: String) {
    #expect(TextAnalyzer().terms(of: word).map(\.text) == [stem])
  }

  @Test("a word with a digit, a sign or a foreign letter is left as it is", arguments: ["running2", "ranningø1", "ыings"])
  func untouched(word: String) {
    #expect(TextAnalyzer().terms(of: word)[0].text.hasSuffix("ings") == word.hasSuffix("ings"))
  }
}
