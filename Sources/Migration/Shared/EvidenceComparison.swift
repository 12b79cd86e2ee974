/// What a document of the portal would prove, found before anything is taken over.
package struct EvidenceComparison: Hashable, Sendable {
  /// People of the document who are in our list.
  package var known = 0
  /// Of them those who are not proven so far.
  package var newlyProven = 0
  /// Of them those whose invitation is pending.
  package var pending = 0
  /// Of them those who have accepted.
  package var accepted = 0
  /// People of the document who are not in our list.
  package var strangers = 0
  /// Users of our list who are not in the document.
  package var absent = 0
  /// Of these the ones who are proven, by the day of the proof, oldest first.
  package var absentProven: [Summary.DayCount] = []

  /// Makes a comparison with nothing.
  package init() {}

  /// How many proofs a document of a day takes back: those that are not newer than it, if it tells
  /// of absence at all.
  package func takenBack(by day: Day) -> Int {
    absentProven.filter { $0.day <= day }.reduce(0) { $0 + $1.count }
  }
}
