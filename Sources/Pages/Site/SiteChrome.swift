import Community
package import Templates

/// The site around a page as one visitor sees it: its name, who they are, where they can go, and the files a browser fetches.
/// A reference, because a layout asks for it dozens of times and every answer would copy it.
package final class SiteChrome: Fields {
  package let language: Language
  /// The languages there are; none where there is no choice.
  package let languages: [LanguageFields]
  package let siteName: String
  package let siteDescription: String
  /// `light`, `dark` or `system`.
  package let theme: String
  package let cssPath: String
  package let jsPath: String
  package let iconPath: String
  package let iconType: String
  /// The sheet with the community's own colours; nil where it has the house's.
  package let accentPath: String?
  package let logo: SitePictureFields?
  /// The way back to the company's own site.
  package let company: LinkFields?
  /// The texts of the company that everybody may read.
  package let texts: [LinkFields]
  /// The picture that others show beside a link to the site; a whole address, as they need it.
  package let cardURL: String
  package let member: MemberMenu?
  package let categories: [CategoryLink]

  /// The signed-in member's menu.
  package struct MemberMenu: Fields {
    package let name: String
    package let avatarPath: String
    package let profilePath: String
    package let isVerified: Bool
    /// Whether mail to them comes back.
    package let mailBounces: Bool
    /// Whether single keys lead somewhere.
    package let hasShortcuts: Bool
    /// Whether something in the review queue may be theirs.
    package let decides: Bool
    /// Whether they look after anything.
    package let administers: Bool
    /// How many notices they have not read, as far as they were counted.
    package let unread: Int
    package init(
      name: String, avatarPath: String, profilePath: String, isVerified: Bool, mailBounces: Bool, hasShortcuts: Bool, decides: Bool,
      administers: Bool, unread: Int
    ) {
      self.name = name
      self.avatarPath = avatarPath
      self.profilePath = profilePath
      self.isVerified = isVerified
      self.mailBounces = mailBounces
      self.hasShortcuts = hasShortcuts
      self.decides = decides
      self.administers = administers
      self.unread = unread
    }
    package func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "avatarPath": .text(avatarPath)
      case "profilePath": .text(profilePath)
      case "isVerified": .flag(isVerified)
      case "mailBounces": .flag(mailBounces)
      case "hasShortcuts": .flag(hasShortcuts)
      case "decides": .flag(decides)
      case "administers": .flag(administers)
      case "hasUnread": .flag(unread > 0)
      case "unread": .text(BellText(unread).number)
      case "livePath": .text(Paths.noticesLive)
      default: nil
      }
    }
  }

  /// A category in the rail.
  package struct CategoryLink: Fields {
    package let name: String
    package let path: String
    package let count: Int
    package let isCurrent: Bool
    package init(name: String, path: String, count: Int, isCurrent: Bool) {
      self.name = name
      self.path = path
      self.count = count
      self.isCurrent = isCurrent
    }
    package func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "path": .text(path)
      case "count": .number(count)
      case "isCurrent": .flag(isCurrent)
      default: nil
      }
    }
  }

  package init(
    language: Language, languages: [LanguageFields], siteName: String, siteDescription: String, theme: String, cssPath: String,
    jsPath: String, iconPath: String, iconType: String, accentPath: String?, logo: SitePictureFields?, company: LinkFields?,
    texts: [LinkFields], cardURL: String, member: MemberMenu?, categories: [CategoryLink]
  ) {
    self.language = language
    self.languages = languages
    self.siteName = siteName
    self.siteDescription = siteDescription
    self.theme = theme
    self.cssPath = cssPath
    self.jsPath = jsPath
    self.iconPath = iconPath
    self.iconType = iconType
    self.accentPath = accentPath
    self.logo = logo
    self.company = company
    self.texts = texts
    self.cardURL = cardURL
    self.member = member
    self.categories = categories
  }

  package func field(_ name: String) -> Field? {
    switch name {
    case "language": .text(language.tag)
    case "direction": .text(language.direction)
    case "languages": .many(languages)
    case "hasLanguages": .flag(!languages.isEmpty)
    case "siteName": .text(siteName)
    case "siteDescription": .text(siteDescription)
    case "theme": .text(theme)
    case "isThemeSystem": .flag(theme == "system")
    case "isThemeLight": .flag(theme == "light")
    case "isThemeDark": .flag(theme == "dark")
    case "cssPath": .text(cssPath)
    case "jsPath": .text(jsPath)
    case "iconPath": .text(iconPath)
    case "iconType": .text(iconType)
    case "accentPath": accentPath.map(Field.text) ?? .nothing
    case "logo": logo.map(Field.one) ?? .nothing
    case "texts": .many(texts)
    case "company": company.map(Field.one) ?? .nothing
    case "cardURL": .text(cardURL)
    case "member": member.map(Field.one) ?? .nothing
    case "categories": .many(categories)
    case "hasCategories": .flag(!categories.isEmpty)
    default: nil
    }
  }

  /// A signed-in member's chrome.
  package static let sample = SiteChrome(
    language: Language("en"), languages: LanguageFields.samples, siteName: "Example", siteDescription: "People who bake for a living",
    theme: "system", cssPath: "/assets/1/kindred.css",
    jsPath: "/assets/1/kindred.js", iconPath: "/assets/1/icon.svg", iconType: "image/svg+xml",
    accentPath: "/brand/accent.css", logo: .sample, company: LinkFields(name: "Example Ovens", path: "https://example.org"),
    texts: [.sample],
    cardURL: "https://forum.example/assets/1/card.png",
    member: MemberMenu(
      name: "Ana", avatarPath: "/avatar/1.svg", profilePath: "/m/ana", isVerified: true, mailBounces: false, hasShortcuts: true,
      decides: true, administers: true, unread: 3),
    categories: [CategoryLink(name: "Help", path: "/c/help", count: 3, isCurrent: true)])
}
