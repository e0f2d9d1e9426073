/// A row of Users.xml: somebody who had an account on the old site.
package struct SEUser: Sendable, Hashable {
  /// -1 is the site's own robot.
  package let id: Int
  package let displayName: String
  /// Milliseconds UTC, as every date here.
  package let createdAt: Int64
  package let lastAccessDate: Int64?
  package let reputation: Int
  package let aboutMeHTML: String?
  package let location: String?
  package let websiteURL: String?
}

extension SEUser: DumpRecord {
  init(_ row: RowAttributes) throws(RowFault) {
    id = try row.number("Id")
    displayName = try row.text("DisplayName")
    createdAt = try row.date("CreationDate")
    lastAccessDate = try row.optionalDate("LastAccessDate")
    reputation = try row.optionalNumber("Reputation") ?? 0
    aboutMeHTML = row.optionalText("AboutMe")
    location = row.optionalText("Location")
    websiteURL = row.optionalText("WebsiteUrl")
  }
}
