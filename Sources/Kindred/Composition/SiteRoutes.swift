package import Web

/// Every route of the site: a feature is reached by being listed here.
package enum SiteRoutes {
  package static func table() -> RouteTable {
    var table = RouteTable()
    HealthRoutes.add(to: &table)
    AssetRoutes.add(to: &table)
    TopicRoutes.add(to: &table)
    OfferRoutes.add(to: &table)
    PostRoutes.add(to: &table)
    SearchRoutes.add(to: &table)
    AvatarRoutes.add(to: &table)
    AccountRoutes.add(to: &table)
    MemberRoutes.add(to: &table)
    PeopleRoutes.add(to: &table)
    NoticeRoutes.add(to: &table)
    ConversationRoutes.add(to: &table)
    ModerationRoutes.add(to: &table)
    AdminRoutes.add(to: &table)
    PreventionRoutes.add(to: &table)
    PlainRoutes.add(to: &table)
    SiteTextRoutes.add(to: &table)
    OldAddressRoutes.add(to: &table)
    return table
  }
}
