import Community
import Database
import Foundation
import Pages
import Templates
import Testing

@Suite struct ReaderClockTests {
  @Test(
    "a moment reads as it does in Foundation, in any zone and century",
    arguments: ["UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia"])
  func agreesWithFoundation(zone: String) throws {
    let words = Words(
      try MessageCatalog(
        language: "en", files: ["en": "month.1 = Jan\ntime.otherYear = {day}/{month}/{year}\ntime.thisYear = {day} {clock}"]))
    let clock = ReaderClock(now: Timestamp(milliseconds: 0), zone: zone)
    let maker = PageMaker(words: words, clock: clock, viewer: .visitor, chrome: .sample, baseAddress: "", here: "/", path: "/")
    let format = ISO8601DateFormatter()
    format.timeZone = TimeZone(identifier: zone)
    var moment: Int64 = 0
    while moment < 4_500_000_000_000 {
      let text = maker.time(Timestamp(milliseconds: moment)).machine
      let expected = format.string(from: Date(timeIntervalSince1970: Double(moment / 60_000 * 60)))
      let minutes = expected.replacing(":00Z", with: "Z", maxReplacements: 1)
      // Seconds are left out.
      #expect(text.prefix(16) == minutes.prefix(16), "\(zone) at \(moment)")
      moment += 86_400_000 * 37 + 3_723_000
    }
  }

  @Test("a zone nobody knows reads as UTC")
  func unknownZone() {
    let clock = ReaderClock(now: Timestamp(milliseconds: 0), zone: "Mars/Olympus")
    let words = Words(NoWords())
    #expect(
      PageMaker(words: words, clock: clock, viewer: .visitor, chrome: .sample, baseAddress: "", here: "/", path: "/")
        .time(Timestamp(milliseconds: 1_700_000_000_000)).machine == "2023-11-14T22:13Z")
  }
}

private struct NoWords: WordCatalog {
  let language = Language("en")
  func message(_ key: String) -> String? { nil }
}
