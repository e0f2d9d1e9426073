import Pages
package import Templates

/// Every page of the site, for checking its template at the start.
package enum SitePages {
  package static let all: [any Page.Type] = AllPages.types
}
