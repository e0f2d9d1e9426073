import Pages

/// The first run, and what admins look at.
package enum AdminRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.setUpPattern, SetUpHandlers.show)
    table.post(Paths.setUpPattern, SetUpForm.self, SetUpHandlers.setUp)
    table.get(Paths.fruitless, FruitlessHandlers.show)
    table.get(Paths.siteSettings, SiteSettingsHandlers.show)
    table.get(Paths.siteSettingPattern, SiteSettingsHandlers.edit)
    table.post(Paths.siteSettingPattern, SettingForm.self, SiteSettingsHandlers.save)
    table.get(Paths.numbers, NumbersHandlers.show)
    table.get(Paths.serverHealth, HealthHandlers.show)
    table.get(Paths.roles, RolesHandlers.show)
    table.post(Paths.roles, RightsForm.self, RolesHandlers.save)
    table.get(Paths.customers, CustomersHandlers.show)
    table.post(Paths.customers, CustomersForm.self, CustomersHandlers.change)
    table.post(Paths.memberCustomerPattern, HelperForm.self, CustomersHandlers.mark)
    table.get(Paths.admin, AdminHandlers.show)
    table.get(Paths.members, MembersHandlers.list)
    table.post(Paths.membersFile, MembersFileForm.self, MembersHandlers.file)
    table.get(Paths.memberSheetPattern, MemberSheetHandlers.show)
    table.post(Paths.memberRolePattern, RoleForm.self, MemberSheetHandlers.changeRole)
    table.post(Paths.memberHelperPattern, HelperForm.self, MemberSheetHandlers.nameHelper)
    table.get(Paths.site, SiteHandlers.show)
    table.post(Paths.site, SiteForm.self, SiteHandlers.save)
    table.post(Paths.sitePicturePattern, SitePictureForm.self, SiteHandlers.put)
    table.post(Paths.removeSitePicturePattern, SiteHandlers.remove)
    table.get(Paths.brandPattern, BrandHandlers.show)
    table.get(Paths.backups, BackupHandlers.show)
    table.post(Paths.backups, BackupForm.self, BackupHandlers.save)
    table.post(Paths.backupNow, BackupHandlers.make)
    table.get(Paths.eraseMemberPattern, EraseHandlers.show)
    table.post(Paths.eraseMemberPattern, EraseForm.self, EraseHandlers.erase)
  }
}
