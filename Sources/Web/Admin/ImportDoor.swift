package import Community

/// What pages need of the folders that forums are imported from: the composition root hands it in.
package struct ImportDoor: Sendable {
  /// The operator's folder as the machine calls it.
  package let folder: String
  /// The folders that lie in it.
  package let names: @Sendable () -> [String]
  /// Why what lies somewhere cannot be imported; nil where it can.
  package let look: @Sendable (ImportOrder.Kind, ImportOrder.Place) async -> Problem?

  package init(
    folder: String, names: @escaping @Sendable () -> [String],
    look: @escaping @Sendable (ImportOrder.Kind, ImportOrder.Place) async -> Problem?
  ) { (self.folder, self.names, self.look) = (folder, names, look) }

  /// Where there is no such folder.
  package static let none = ImportDoor(folder: "imports", names: { [] }, look: { _, _ in Problem(.folderUnknown) })
}
