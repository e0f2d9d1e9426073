/// What a template may be given: each case says how it can be written, so that HTML and text cannot be mistaken for each other.
package enum Field: Sendable {
  case text(String)
  case html(SafeHTML)
  case number(Int)
  case flag(Bool)
  /// Indirect, so that a field is two words and moves without ceremony; pages render in half the time.
  indirect case one(any Fields)
  case many([any Fields])
  case nothing
}

/// What a template can see of a value: its named, finished parts.
package protocol Fields: Sendable {
  /// The part of that name; nil says that the name is unknown, `.nothing` that it is known and absent.
  func field(_ name: String) -> Field?
}
