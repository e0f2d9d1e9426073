import Database

/// Text without the characters that no XML document may hold, escaped or not (XML 1.0, "Char"): one of them and a reader refuses the whole.
func xmlText(_ text: String) -> String {
  let isClean = text.unicodeScalars.allSatisfy(isXML)
  return isClean ? text : String(String.UnicodeScalarView(text.unicodeScalars.filter(isXML)))
}

private func isXML(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}

/// A moment as RFC 3339 wants it, in UTC and with its seconds.
func utc(_ moment: Timestamp) -> String {
  let date = CivilDate(moment, offset: 0)
  return "\(date.isoDay)T\(padded(date.hour)):\(padded(date.minute)):\(padded(date.second))Z"
}
