import Community
import Pages
import Templates

/// What became of a picture that was sent with a text.
enum PictureOutcome: Sendable, Equatable {
  /// Its Markdown, which stands in the text now, and whether it says what it shows.
  case inserted(String, isDescribed: Bool)
  case refused(ForumError)

  var status: Reply.Status {
    switch self {
    case .inserted: .ok
    case .refused(let error): Reply.Status(refusing: error)
    }
  }

  func fields(_ maker: PageMaker) -> PictureNote {
    switch self {
    case .inserted(let markdown, let isDescribed):
      PictureNote(
        maker.words.text(isDescribed ? "picture.inserted" : "picture.undescribed"), markdown: markdown, isBad: false)
    case .refused(let error): PictureNote(maker.sentence(for: error, field: "picture"), markdown: nil, isBad: true)
    }
  }
}
