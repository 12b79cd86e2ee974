/// What is told of a whole migration to who asks for it: a page for the manager, and all the rest behind
/// it for the file. Words and values are as they are read; whoever writes it out only sets them.
package struct Report: Equatable, Sendable {
  /// A label and what stands beside it.
  package struct Fact: Equatable, Sendable {
    /// The label.
    package var label: String
    /// What stands beside it.
    package var value: String

    /// Makes a fact.
    package init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  /// How far a step is.
  package struct Bar: Equatable, Sendable {
    /// The step's number and name.
    package var name: String
    /// All, those of them that are stated, those of these that are proven.
    package var funnel: Funnel
    /// From when and for whom it is open, or why it is not, or why it was closed.
    package var remark: String

    /// Makes a bar.
    package init(name: String, funnel: Funnel, remark: String) {
      self.name = name
      self.funnel = funnel
      self.remark = remark
    }
  }

  /// A table with its heading.
  package struct Section: Equatable, Sendable {
    /// What links lead to: small letters and strokes.
    package var id: String
    /// Its heading.
    package var title: String
    /// The headers of its columns.
    package var columns: [String]
    /// Its rows, each with as many cells as there are columns.
    package var rows: [[String]]

    /// Makes a section.
    package init(id: String, title: String, columns: [String], rows: [[String]]) {
      self.id = id
      self.title = title
      self.columns = columns
      self.rows = rows
    }
  }

  /// The headings of the first page.
  package struct Titles: Equatable, Sendable {
    /// Of what is open.
    package var open: String
    /// Of the five steps.
    package var steps: String
    /// Of the columns of the steps: step, all, stated, proven.
    package var columns: [String]
    /// Of what happened when.
    package var timeline: String
    /// Of the list of the sections behind.
    package var contents: String
    /// What stands in a section without rows.
    package var none: String

    /// Makes titles.
    package init(
      open: String, steps: String, columns: [String], timeline: String, contents: String,
      none: String
    ) {
      self.open = open
      self.steps = steps
      self.columns = columns
      self.timeline = timeline
      self.contents = contents
      self.none = none
    }
  }

  /// The language, by its code.
  package var language: String
  /// Whose migration it is.
  package var title: String
  /// When it was made, and by what.
  package var remark: String
  /// The headings of the first page.
  package var titles: Titles
  /// The team, the days, the roles.
  package var facts: [Fact]
  /// What is open, the most pressing first; a sentence that nothing is, where nothing is.
  package var open: [String]
  /// The five steps.
  package var steps: [Bar]
  /// What happened on which day, the earliest first.
  package var timeline: [Fact]
  /// All the rest, in tables.
  package var sections: [Section]

  /// Makes a report.
  package init(
    language: String, title: String, remark: String, titles: Titles, facts: [Fact],
    open: [String], steps: [Bar], timeline: [Fact], sections: [Section]
  ) {
    self.language = language
    self.title = title
    self.remark = remark
    self.titles = titles
    self.facts = facts
    self.open = open
    self.steps = steps
    self.timeline = timeline
    self.sections = sections
  }
}
