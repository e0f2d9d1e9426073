import Passwords
import Testing

@Suite("A new password")
struct NewPasswordTests {
  private func problem(_ raw: String, notLike words: [String] = []) -> PasswordProblem? {
    do throws(PasswordProblem) {
      _ = try NewPassword(raw, notLike: words)
      return nil
    } catch {
      return error
    }
  }

  @Test("has 8 to 128 characters, whatever script they are in")
  func length() {
    #expect(problem("kv7#mPx") == .tooShort(minimum: 8))
    #expect(problem("kv7#mPxq") == nil)
    #expect(problem("ветер дул") == nil)
    #expect(problem("日本語で書く秘密") == nil)
    let long = String(repeating: "plum kettle heron ", count: 7) + "xy"
    #expect(long.count == 128)
    #expect(problem(long) == nil)
    #expect(problem(long + "x") == .tooLong(maximum: 128))
    #expect(problem("") == .tooShort(minimum: 8))
  }

  @Test("is bounded in bytes too, as one character may carry a thousand marks")
  func bytes() {
    let towering = "kv7#mPxq" + String(repeating: "\u{301}", count: 5000)
    #expect(towering.count == 8)
    #expect(problem(towering) == .tooLong(maximum: 128))
  }

  @Test("needs no mix of kinds: plain words together are fine")
  func noComposition() {
    for fine in [
      "seven herons by the weir", "plumtreekettle", "correct the tide table", "8471930264", "mqzkvwtx", "PASSIONFRUIT-ladder",
      "monkeys eat 31 plums",
      "dragon8471930264", "2025 wasn't that bad", "ana likes lighthouses",
    ] {
      #expect(problem(fine, notLike: ["Ana Kovač", "ana", "Lighthouse Forum"]) == nil, "\(fine)")
    }
  }

  @Test(
    "is refused when it is among the first that are guessed",
    arguments: [
      "password", "Password1", "PASSWORD!", "p@ssw0rd", "P@$$w0rd2024!", "pa55word1", "password123456", "Passw0rd.", "1l0v3y0u",
      "iloveyou2",
      "letm31n2020", "sunshine99", "Summer2025!", "qwerty123", "Qwertz12345", "1q2w3e4r5t", "1qaz2wsx", "trustno1", "welcome1", "admin123!",
      "monkeymonkey", "dragon12345678", "football19870412", "motdepasse1", "contraseña", "пароль123", "123password", "baseball",
      "ChangeMe!",
    ])
  func common(_ raw: String) {
    #expect(problem(raw) == .common)
  }

  @Test(
    "is refused when it is the address, a part of it, or either with digits",
    arguments: ["kai.lindqvist@bakery.example", "Kai.Lindqvist", "lindqvist1987", "bakery2026", "KaiLindqvist@bakery.example1"])
  func address(_ raw: String) {
    #expect(problem(raw, notLike: ["kai.lindqvist@bakery.example"]) == .common)
    #expect(problem("kai bakes at the bakery", notLike: ["kai.lindqvist@bakery.example"]) == nil)
  }

  @Test(
    "is refused when it is only a pattern",
    arguments: [
      "aaaaaaaa", "!!!!!!!!!!", "abababab", "12341234", "abcabcabc", "12345678", "0123456789", "1234567890", "987654321", "abcdefgh",
      "zyxwvuts",
      "asdfghjkl", "qweasdzxc", "qwe123asd", "poiuytre", "йцукенгш", "11112222", "111222333", "19870412", "12041987", "04/12/1987",
      "aabbaabb",
      "abc123456", "qwerty111",
    ])
  func pattern(_ raw: String) {
    #expect(problem(raw) == .common)
  }

  @Test("is not just the chooser's name, address or community, whatever digits follow")
  func names() {
    let words = ["Zdravka Kovač", "z.kovac99", "Lighthouse Owners", "ヤマダタロウ"]
    for refused in [
      "zdravka1", "ZDRAVKA2024", "KovačKovač", "zdravkakovač", "kovačzdravka", "Zdravka Kovač", "zdravka.kovač!", "zkovac99",
      "zkovac12345678901",
      "lighthouse", "LightHouse#1", "l1ghth0use", "lighthouseowners", "Zdravka8471930264", "ヤマダタロウ2024",
    ] {
      #expect(problem(refused, notLike: words) == .common, "\(refused)")
    }
    #expect(problem("zdravka at the weir", notLike: words) == nil)
    #expect(problem("xy-8471-qm", notLike: ["x", "", "99", "!!"]) == nil)
  }

  @Test("is the same password however the keyboard composes it")
  func composed() throws {
    let typed = try NewPassword("cafe\u{301} au lait", notLike: [])
    #expect(Array(typed.text.utf8) == Array("caf\u{E9} au lait".utf8))
  }
}
