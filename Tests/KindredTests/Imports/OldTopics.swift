import Dumps
import Foundation

/// The topics of a small Discourse forum in a temporary folder, gone when the test is over.
final class OldTopics {
  let path: String

  /// `broken` adds a post that says nothing of its time, and a file cut off; `newer` has an edit that came later.
  init(broken: Bool = false, newer: Bool = false) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "kindred-topics-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path + "/posts", withIntermediateDirectories: true)
    try write(
      "categories.json",
      """
      {"category_list": {"categories": [{"id": 3, "name": "Support", "slug": "support", "description_text": "Someone helps."},
        {"id": 4, "name": "Talk", "slug": "talk"}, {"id": 5, "name": "Back room", "slug": "back-room", "read_restricted": true}]}}
      """)
    // Asked, answered and accepted in a category that is not for questions alone.
    try topic(
      10, "Where do bees sleep", category: 4, more: #", "views": 33, "closed": true, "tags": ["hives"]"#,
      [
        post(1, 10, "ivy", 1, "<p>Where? See <a href=\"/t/do-bees-sleep/20\">this</a>.</p><pre><code>\thive --open\n</code></pre>"),
        post(2, 10, "Bo ✔", 2, "<p>In the hive.</p>", #", "accepted_answer": true, "actions_summary": [{"id": 2, "count": 4}]"#),
        post(3, 10, "ivy", 1, "", #", "action_code": "closed.enabled""#, type: 3),
        post(4, 10, "cy", 3, "<p>quokka</p>", #", "hidden": true, "reply_to_post_number": 2"#),
        post(
          6, 10, "ivy", 1, "<p>Thanks \(newer ? "both" : "Bo")!</p>",
          #", "reply_to_post_number": 2, "version": 2, "updated_at": "2020-03-0\#(newer ? 9 : 8)T00:00:00Z""#),
        post(7, 10, "cy", 3, "<p>dunnart</p>", type: 4),
        post(8, 10, "cy", 3, "<p>bilby</p>", #", "user_deleted": true"#),
      ] + (broken ? [post(9, 10, "cy", 3, "<p>Bad.</p>").replacing("2020-03-09T10:00:00Z", with: "soon")] : []))
    try topic(
      20, "Do bees sleep", category: 3, [post(1, 20, "cy", 3, "<p>Do they?</p>"), post(2, 20, nil, nil, "<p>Sometimes.</p>")])
    try topic(
      30, "I like bees", category: 4,
      [
        post(1, 30, "Bo ✔", 2, "<p>I do.</p>"), post(2, 30, "ivy", 1, "<p>Me too.</p>", #", "reply_to_post_number": 1"#),
        post(
          3, 30, "cy", 3, "<p>2 posts were split to a new topic: <a href=\"/t/do-bees-sleep/20\">Do bees sleep</a></p>",
          #", "action_code": "split_topic""#, type: 3),
        post(4, 30, "cy", 3, "", #", "action_code": "painted.enabled""#, type: 3),
        post(5, 30, "cy", 3, "<p>kultarr</p>", #", "action_code": "closed.enabled", "hidden": true"#, type: 3),
      ])
    try topic(
      40, "The keys", category: 5,
      [
        post(1, 40, "ivy", 1, "<p>numbat</p>"), post(2, 40, "Dee", 9, "<p>kowari</p>", #", "action_code": "closed.enabled""#, type: 3),
      ])
    try topic(50, "Between us", category: nil, more: #", "archetype": "private_message""#, [post(1, 50, "ivy", 1, "<p>wombat</p>")])
    try topic(
      60, "Flagged", category: 4,
      [
        post(1, 60, "cy", 3, "<p>potoroo</p>", #", "hidden": true"#), post(2, 60, "ivy", 1, "<p>No</p>"),
        post(3, 60, "cy", 3, "<p>monjon</p>", #", "action_code": "visible.disabled""#, type: 3),
      ])
    if broken { try write("posts/cut.70.json", "{\"id\": 70, \"title\": ") }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func open() throws -> DiscourseDump { try DiscourseDump(folder: path) }

  func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path).appending(path: name)) }

  private func topic(_ id: Int, _ title: String, category: Int?, more: String = "", _ posts: [String]) throws {
    try write(
      "posts/topic.\(id).json",
      """
      {"id": \(id), "title": "\(title)", "category_id": \(category.map(String.init) ?? "null"), "created_at": "2020-03-01T09:59:59Z"\(more),
       "post_stream": {"posts": [\(posts.joined(separator: ",\n"))]}}
      """)
  }

  private func post(
    _ number: Int, _ topic: Int, _ name: String?, _ user: Int?, _ cooked: String, _ more: String = "", type: Int = 1
  ) -> String {
    let text = cooked.replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    return """
      {"id": \(topic * 100 + number), "post_number": \(number), "post_type": \(type), "user_id": \(user.map(String.init) ?? "null"),
       "username": \(name.map { "\"\($0)\"" } ?? "null"), "created_at": "2020-03-0\(number)T10:00:00Z", "cooked": "\(text)"\(more)}
      """
  }
}
