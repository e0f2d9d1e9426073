import Pages

/// Addresses of keeping order: reporting, the queue, the log, and what was decided about one's own.
package enum ModerationRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) {
    table.get(Paths.reportPostPattern, ReportPostHandlers.form)
    table.post(Paths.reportPostPattern, FileReportForm.self, ReportPostHandlers.send)
    table.get(Paths.reportMemberPattern, ReportMemberHandlers.form)
    table.post(Paths.reportMemberPattern, FileReportForm.self, ReportMemberHandlers.send)
    table.get(Paths.moderation, QueueHandlers.list)
    table.post(Paths.nextReview, QueueHandlers.next)
    table.get(Paths.wave, WaveHandlers.show)
    table.post(Paths.wave, WaveForm.self, WaveHandlers.decide)
    table.get(Paths.reviewPattern, ReviewHandlers.show)
    table.post(Paths.reviewPattern, DecideForm.self, ReviewHandlers.decide)
    table.post(Paths.claimReviewPattern, ReviewHandlers.claim)
    table.post(Paths.releaseReviewPattern, ReviewHandlers.release)
    table.post(Paths.secondLookPattern, SecondLookForm.self, ReviewHandlers.lookAgain)
    table.post(Paths.moderatePostPattern, ReviewHandlers.takePost)
    table.post(Paths.moderateMemberPattern, ReviewHandlers.takeMember)
    table.get(Paths.log, LogHandlers.show)
    table.get(Paths.logFile, LogHandlers.file)
    table.post(Paths.undoActPattern, LogHandlers.undo)
    table.get(Paths.arrangePattern, ArrangeHandlers.show)
    table.post(Paths.movePattern, MoveForm.self, ArrangeHandlers.move)
    table.post(Paths.mergePattern, TargetForm.self, ArrangeHandlers.merge)
    table.post(Paths.duplicatePattern, TargetForm.self, ArrangeHandlers.duplicate)
    table.post(Paths.splitPattern, SplitForm.self, ArrangeHandlers.split)
    table.get(Paths.decisions, DecisionHandlers.list)
    table.get(Paths.decisionPattern, DecisionHandlers.show)
    table.post(Paths.decisionPattern, AskLookForm.self, DecisionHandlers.ask)
    table.get(Paths.decisionLinkPattern, DecisionHandlers.linked)
    table.post(Paths.decisionLinkPattern, AskLookForm.self, DecisionHandlers.askLinked)
    table.post(Paths.closePattern, CloseForm.self, CloseHandlers.close)
    table.post(Paths.openPattern, CloseHandlers.open)
    table.post(Paths.slowPattern, SlowForm.self, CloseHandlers.slow)
    table.get(Paths.conduct, ConductHandlers.show)
  }
}
