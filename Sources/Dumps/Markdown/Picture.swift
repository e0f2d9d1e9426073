/// What a picture is called where it becomes a link.
enum Picture {
  /// Its alternative text, unless the old editor filled that in by itself; else the file's name.
  static func words(for image: HTMLElement, source: String?) -> String {
    let words = (image.attributes["alt"] ?? "").trimmingSpaces()
    if !words.isEmpty, words != "enter image description here", words != "alt text" { return words }
    return source.map(LinkTarget.fileName) ?? words
  }
}
