/// A topic of a Discourse forum with its posts: what its `/t/ID.json` says.
package struct DiscourseTopic: Sendable {
  package let id: Int
  package let title: String
  /// Nil where it lies in no category.
  package let categoryID: Int?
  package let tags: [String]
  package let views: Int
  /// Milliseconds UTC.
  package let createdAt: Int64
  /// Whether everybody who sees its category may find it; messages between members are not for everybody.
  package let isPublic: Bool
  package let isListed: Bool
  package let isDeleted: Bool
  /// Whether it takes no more replies: closed or archived.
  package let isClosed: Bool
  /// In the order of their numbers.
  package let posts: [DiscoursePost]
  /// Posts that could not be read, and what else is wrong with the file.
  package let problems: [BadRecord]
}

extension DiscourseTopic {
  init(_ fields: JSONFields, file: String) throws(RowFault) {
    id = try fields.number("id")
    let plain = try fields.text("title")
    title = try fields.optionalText("unicode_title") ?? plain
    categoryID = try fields.optionalNumber("category_id")
    tags = try fields.list("tags") { decoder throws(RowFault) in
      // Newer forums say more of a tag than its name.
      if let name = try? decoder.singleValueContainer().decode(String.self) { return name }
      return try JSONFields(decoder).optionalText("name")
    }
    views = max(0, try fields.optionalNumber("views") ?? 0)
    createdAt = try fields.date("created_at")
    isPublic = try fields.optionalText("archetype") ?? "regular" != "private_message"
    isListed = fields.has("visible") ? try fields.flag("visible") : true
    isDeleted = fields.has("deleted_at")
    let (isClosed, isArchived) = (try fields.flag("closed"), try fields.flag("archived"))
    self.isClosed = isClosed || isArchived
    let stream = try fields.object("post_stream")
    var problems: [BadRecord] = []
    var place = 0
    var numbers: Set<Int> = []
    let posts = try stream.list("posts") { decoder throws(RowFault) -> DiscoursePost? in
      place += 1
      let reason: String
      do throws(RowFault) {
        let post = try DiscoursePost(JSONFields(decoder))
        if numbers.insert(post.number).inserted { return post }
        reason = "post_number \(post.number) is there twice"
      } catch { reason = error.reason }
      problems.append(BadRecord(place: RecordPlace(file: file, part: "post \(place)"), reason: reason))
      return nil
    }
    self.posts = posts.sorted { $0.number < $1.number }
    let promised = try stream.list("stream") { _ throws(RowFault) -> Bool? in true }.count
    if promised > place {
      problems.append(BadRecord(place: RecordPlace(file: file, part: nil), reason: "holds only \(place) of \(promised) posts"))
    }
    self.problems = problems
  }
}
