/// What the overview, `status` and the pages of step 3 need to know of the computers.
package struct DevicesSummary: Hashable, Sendable {
  /// All computers.
  package var computers = 0
  /// Those without a product in our list: nothing on them can go over.
  package var empty = 0
  /// Those with a product whose people are known and have their seats, stated at least.
  package var open = 0
  /// Those with a product that is not stated.
  package var left = 0
  /// The groups with the number of their computers, by name.
  package var groups: [Summary.GroupCount] = []
  /// Products that a script could not switch, or that were read back as before.
  package var failed = 0
  /// What may go over and is in no hand-over yet.
  package var new = SwitchCount()
  /// Products that were handed over, and failed since or were never answered.
  package var again = 0
  /// Computers that are in a hand-over of some days ago and from which nothing came back.
  package var unanswered = 0
  /// The products of those that nothing told of.
  package var silent = 0
  /// Computers that went over and at which somebody has no seat.
  package var switchedWithoutSeat = 0
  /// Products that were found on computers and are not in our list.
  package var found = 0
  /// Those of them that use a network licence: as long as they do, no licence server may go off.
  package var foundOnNetwork = 0
  /// Products in our list that a later list of their computer does not have.
  package var missing = 0
  /// The next group, where a group is done with all its computers and the next one may go over.
  package var nextGroup: Summary.GroupCount?

  /// Those with a product in our list, among which the open ones are counted.
  package var withProducts: Int { computers - empty }

  /// No computers.
  package init() {}

  /// From so many days after a hand-over on a computer that did not answer is asked after.
  package static let answersWithin = 3

  /// What waits in step 3, but for use on the network afterwards, which step 5 tells.
  package var toDo: [ToDo] {
    let step = Step.switchDevices
    let all = [
      ToDo(.failedSwitches, step: step, count: failed, isUrgent: true),
      ToDo(.switchedWithoutSeat, step: step, count: switchedWithoutSeat, isUrgent: true),
      ToDo(.noAnswer, step: step, count: unanswered),
      ToDo(.handOverDevices, step: step, count: new.products),
      ToDo(.nextGroup, step: step, count: nextGroup?.count ?? 0),
      ToDo(.foundProducts, step: step, count: found),
      ToDo(.missingProducts, step: step, count: missing),
    ]
    return all.filter { $0.count > 0 }
  }
}
