import Database

/// Light or dark, as a member chose; `system` leaves it to their device.
package enum Theme: String, Sendable, CaseIterable, SQLConvertible { case system, light, dark }
