/// In which order results are shown.
package enum SearchOrder: String, Sendable, CaseIterable { case best, solved, newest }
