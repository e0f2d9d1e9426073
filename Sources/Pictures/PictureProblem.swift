/// Why what was sent cannot be taken as a picture, for the page to say in words.
package enum PictureProblem: Error, Sendable, Equatable {
  /// None of the four formats, whatever its name or type said.
  case unknownFormat
  case tooManyBytes
  case tooManyPixels
  /// It ends too early, or is not what its beginning says.
  case damaged
  /// A WebP of several pictures, of which our decoder reads none.
  case moves
}
