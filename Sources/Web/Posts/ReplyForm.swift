import Community

/// An answer or a reply as it was typed.
struct ReplyForm: Form {
  static let fields =
    [
      FormField("body", maximumBytes: PostBody.mostBytes * 2), FormField("key", maximumBytes: 64), FormField("seen", maximumBytes: 10),
      FormField("reply_to", maximumBytes: 20), FormField("anyway", maximumBytes: 3), FormField("preview", maximumBytes: 3),
    ] + DraftForm.fields + PictureForm.all
  static let pictureField: String? = PictureForm.file
  let body: String
  let key: String
  let seen: Int?
  let replyTo: PostID?
  let isAnyway: Bool
  let isPreview: Bool
  let draft: DraftForm

  init(_ values: FormValues) {
    body = values["body"]
    key = values["key"]
    seen = Int(values["seen"])
    replyTo = PostID(values["reply_to"])
    isAnyway = values.has("anyway")
    isPreview = values.has("preview")
    draft = DraftForm(values)
  }

  var draftText: DraftText {
    var text = DraftText(body: body)
    text.replyTo = replyTo
    return text
  }

  func parse(for topic: TopicID, people: Set<String>) throws -> WriteReply {
    let body = try parsedBody(body, people: people)
    return WriteReply(
      topic: topic, body: body, seen: isAnyway ? nil : seen, replyTo: replyTo, key: try submissionKey(key, body: body))
  }
}

/// A remark as it was typed.
struct RemarkForm: Form {
  static let fields =
    [
      FormField("body", maximumBytes: PostBody.mostBytes * 2), FormField("key", maximumBytes: 64), FormField("preview", maximumBytes: 3),
    ] + DraftForm.fields + PictureForm.all
  static let pictureField: String? = PictureForm.file
  let body: String
  let key: String
  let isPreview: Bool
  let draft: DraftForm

  init(_ values: FormValues) {
    body = values["body"]
    key = values["key"]
    isPreview = values.has("preview")
    draft = DraftForm(values)
  }

  func parse(on post: PostID, people: Set<String>) throws -> WriteRemark {
    let body = try parsedBody(body, people: people)
    let key = try submissionKey(key, body: body)
    do throws(Problem) { return try WriteRemark(post: post, body: body, key: key) } catch {
      throw ForumError.invalid([FieldProblem("body", error)])
    }
  }
}

/// Throws the problem beside the field `body`.
func parsedBody(_ raw: String, people: Set<String>, showsPictures: Bool = true) throws -> PostBody {
  do throws(Problem) { return try PostBody(raw, people: people, showsPictures: showsPictures) } catch {
    throw ForumError.invalid([FieldProblem("body", error)])
  }
}

/// The key of one submission: the form's own and the text, so that a form sent twice writes once and two texts are two posts.
/// Throws `notFound` for a key no form of ours carries.
func submissionKey(_ key: String, body: PostBody) throws -> SubmissionKey {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in body.source.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  guard let key = SubmissionKey("\(key.prefix(40))/\(String(hash, radix: 36))") else { throw ForumError.notFound }
  return key
}
