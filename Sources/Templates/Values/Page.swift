/// A whole page: names its template and carries the sample that the template is checked against before the first visitor comes.
package protocol Page: Fields {
  /// The template's path without its ending, for example `topics/show`; `mail/reset.txt` is plain text and is not escaped.
  static var template: String { get }
  /// A believable value in which every field that a template writes is present.
  static var sample: Self { get }
}
