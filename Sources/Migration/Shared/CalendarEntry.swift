/// A day on which something is to be done, for a calendar program.
package struct CalendarEntry: Hashable, Sendable {
  /// Which one it is among those of a migration, in letters, digits and strokes.
  package var id: String
  /// The day.
  package var day: Day
  /// What is seen in the calendar.
  package var title: String
  /// What is read when it is opened.
  package var text: String

  /// Makes an entry.
  package init(id: String, day: Day, title: String, text: String) {
    self.id = id
    self.day = day
    self.title = title
    self.text = text
  }
}

extension Summary {
  /// A day of step 1 that is to come, and for how many people.
  package struct Reminder: Hashable, Sendable {
    /// What is to be done: one of the kinds of things to do.
    package var kind: ToDo.Kind
    /// The day.
    package var day: Day
    /// How many people it is about; 0 when it is about a document.
    package var count: Int
    /// Whether its day has gone by: it is for today then, and for tomorrow when made anew tomorrow.
    package var isOverdue = false

    /// Which one it is: what is overdue stays one as the days go by.
    package var id: String { isOverdue ? "\(kind.rawValue)-due" : "\(kind.rawValue)-\(day.iso)" }
  }

  /// When invitations are to be sent again or made anew and when an export grows old, from today on,
  /// the earliest first. What is overdue is for today.
  package func reminders(today: Day) -> [Reminder] {
    var days: [Reminder] = []
    // With directory sync nobody was invited by us.
    for open in openInvitations where setup?.directory != .sync {
      let again = open.day + InvitationLife.resendAfter
      let anew = open.day + InvitationLife.anewAfter
      if today < anew {
        days.append(reminder(.resendInvitations, on: again, today, open.count))
      }
      days.append(reminder(.inviteAnew, on: anew, today, open.count))
    }
    if let latest = evidence.first, awaitingProof > 0 {
      days.append(
        reminder(.staleExport, on: latest.day + InvitationLife.exportHolds + 1, today, 0))
    }
    return merged(days)
  }

  private func reminder(_ kind: ToDo.Kind, on day: Day, _ today: Day, _ count: Int) -> Reminder {
    Reminder(kind: kind, day: max(day, today), count: count, isOverdue: day <= today)
  }

  /// One reminder for each kind and day.
  private func merged(_ reminders: [Reminder]) -> [Reminder] {
    var merged: [Reminder] = []
    for reminder in reminders {
      if let place = merged.firstIndex(where: { $0.kind == reminder.kind && $0.day == reminder.day }
      ) {
        merged[place].count += reminder.count
      } else {
        merged.append(reminder)
      }
    }
    return merged.sorted { ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue) }
  }
}
