/// Latin letters with marks, spelled with `a-z` alone.
enum HandleSpelling {
  private static let plain: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("àáâãåăạảấầẩẫậắằẳẵặ", "a"), ("ä", "ae"), ("æ", "ae"), ("çčć", "c"), ("đď", "d"), ("èéêëěęẹẻẽếềểễệ", "e"), ("ğ", "g"),
      ("ìíîïıịỉĩ", "i"), ("łľ", "l"),
      ("ñńň", "n"), ("òóôõọỏốồổỗộớờởỡợơ", "o"), ("öøő", "o"), ("řŕ", "r"), ("śšşș", "s"), ("ťțţ", "t"), ("ùúûůűụủũứừửữựư", "u"),
      ("ü", "ue"), ("ýỳỷỹỵ", "y"),
      ("źżž", "z"), ("ß", "ss"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letters, spelling) in groups {
      for scalar in letters.unicodeScalars { table[scalar] = spelling }
    }
    return table
  }()

  static func of(_ name: String) -> String {
    var spelled = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": spelled.unicodeScalars.append(scalar)
      case " ", "-": spelled += "-"
      default: spelled += plain[scalar] ?? ""
      }
    }
    return spelled
  }
}
