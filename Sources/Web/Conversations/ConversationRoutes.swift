import Pages

/// Addresses of what is written out of public sight.
package enum ConversationRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) {
    table.get(Paths.messages, ConversationHandlers.list)
    table.get(Paths.conversationPattern, ConversationHandlers.show)
    table.get(Paths.newestPartPattern, ConversationHandlers.newest)
    table.post(Paths.partsPattern, MessageForm.self, ConversationHandlers.write)
    table.post(Paths.leavePattern, ConversationActHandlers.leave)
    table.post(Paths.comeBackPattern, ConversationActHandlers.comeBack)
    table.post(Paths.mutePattern, WantedForm.self, ConversationActHandlers.mute)
    table.get(Paths.writeToPattern, WriteToHandlers.form)
    table.post(Paths.writeToPattern, MessageForm.self, WriteToHandlers.write)
    table.get(Paths.askPrivately, AskPrivatelyHandlers.form)
    table.post(Paths.askPrivately, AskPrivatelyForm.self, AskPrivatelyHandlers.ask)
    table.get(Paths.makePublicPattern, MakePublicHandlers.form)
    table.post(Paths.makePublicPattern, MakePublicForm.self, MakePublicHandlers.send)
    table.get(Paths.reportPattern, ReportHandlers.form)
    table.post(Paths.reportPattern, ReportForm.self, ReportHandlers.send)
  }
}
