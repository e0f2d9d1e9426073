import Pages

/// Joining, signing in and out, and the links that are mailed.
package enum AccountRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.signUp, SignUpHandlers.show)
    table.post(Paths.signUp, SignUpForm.self, SignUpHandlers.join)
    table.get(Paths.signIn, SignInHandlers.show)
    table.post(Paths.signIn, SignInForm.self, SignInHandlers.signIn)
    table.post(Paths.signOut, SignInHandlers.signOut)

    table.get(Paths.reset, ResetHandlers.show)
    table.post(Paths.reset, ResetForm.self, ResetHandlers.ask)
    table.get(Paths.resetPattern, ResetHandlers.open)
    table.post(Paths.resetPattern, NewPasswordForm.self, ResetHandlers.choose)

    table.post(Paths.verify, LinkHandlers.askForVerification)
    table.get(Paths.verifyPattern, LinkHandlers.openVerification)
    table.post(Paths.verifyPattern, LinkHandlers.verify)
    table.get(Paths.emailPattern, LinkHandlers.openEmailChange)
    table.post(Paths.emailPattern, LinkHandlers.changeEmail)

    table.get(Paths.claimPattern, ClaimHandlers.open)
    table.post(Paths.claimPattern, ClaimForm.self, ClaimHandlers.claim)

    table.get(Paths.settings, SettingsHandlers.show)
    table.post(Paths.settingsProfile, ProfileForm.self, SettingsHandlers.saveProfile)
    table.post(Paths.settingsFace, FaceForm.self, FaceHandlers.give)
    table.post(Paths.settingsFaceOff, FaceHandlers.takeOff)
    table.post(Paths.settingsInterests, InterestsForm.self, SettingsHandlers.saveInterests)
    table.post(Paths.settingsAway, AwayForm.self, SettingsHandlers.saveAway)
    table.get(Paths.welcome, WelcomeHandlers.name)
    table.post(Paths.welcome, WelcomeNameForm.self, WelcomeHandlers.saveName)
    table.get(Paths.welcomeInterests, WelcomeHandlers.interests)
    table.post(Paths.welcomeInterests, InterestsForm.self, WelcomeHandlers.saveInterests)
    table.get(Paths.welcomePeople, WelcomeHandlers.people)
    table.post(Paths.welcomePeople, WelcomePeopleForm.self, WelcomeHandlers.savePeople)
    table.get(Paths.welcomeMail, WelcomeHandlers.mail)
    table.post(Paths.welcomeMail, WelcomeMailForm.self, WelcomeHandlers.saveMail)
    table.post(Paths.settingsHandle, HandleForm.self, SettingsHandlers.changeHandle)
    table.post(Paths.settingsEmail, EmailForm.self, SettingsHandlers.changeEmail)
    table.post(Paths.settingsPassword, PasswordForm.self, SettingsHandlers.changePassword)
    table.post(Paths.endSessionPattern, SessionHandlers.end)
    table.post(Paths.endOtherSessions, SessionHandlers.endOthers)
  }
}
