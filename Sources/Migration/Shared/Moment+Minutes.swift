extension Moment {
  /// Minutes since 1 January 1970, in the local time in which it was told.
  package var minutes: Int { day.number * 1_440 + minute }

  /// The moment so many minutes after 1 January 1970.
  package init(minutes: Int) {
    let day = minutes >= 0 ? minutes / 1_440 : (minutes - 1_439) / 1_440
    self.init(day: Day(number: day), minute: minutes - day * 1_440)
  }
}
