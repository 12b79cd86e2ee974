/// Where something is told of computers.
package enum DeviceSource: Int, CaseIterable, Sendable {
  /// A list of devices: computers, systems, people, groups.
  case deviceList = 0
  /// The licensing helper's list of a computer.
  case helperList
  /// The result of a script that switched a computer.
  case result

  /// Its name in the words of the screens.
  package var name: String {
    switch self {
    case .deviceList: "device-list"
    case .helperList: "helper-list"
    case .result: "switch-result"
    }
  }
}

/// What files tell about computers, before it is merged with what is known.
package struct DeviceBatch: Sendable {
  /// A product on a computer, as one source tells it.
  package struct Product: Hashable, Sendable {
    /// Its product key, such as `657L1`; empty where the source has none.
    package var key: String
    /// Its version, such as `2020.0.0.F`.
    package var version: String
    /// Its code in the source, such as `ACD`.
    package var feature: String
    /// How it is licensed; nil where the source could not read it.
    package var method: InstallationMethod?
    /// Why a script failed on it, as `SwitchOrder` lists the reasons; empty where it did not.
    package var failure: String
    /// What the licensing helper answered then.
    package var answer: String
    /// Whether somebody put back what was before, on purpose.
    package var isUndone: Bool

    /// Makes a product.
    package init(
      key: String, version: String = "", feature: String = "", method: InstallationMethod? = nil,
      failure: String = "", answer: String = "", isUndone: Bool = false
    ) {
      self.key = key
      self.version = version
      self.feature = feature
      self.method = method
      self.failure = failure
      self.answer = answer
      self.isUndone = isUndone
    }
  }

  /// One source's word of one computer.
  package struct Told: Hashable, Sendable {
    /// The computer, with its people as the source has them.
    package var computer: ComputerDetails
    /// Where it is told.
    package var source: DeviceSource
    /// When it was so; nil where the source does not say.
    package var moment: Moment?
    /// Its products; a helper's list names all of them, where it is whole.
    package var products: [Product]
    /// Whether nothing of it was cut off or left out.
    package var isWhole: Bool
    /// The hand-over whose script tells it; 0 for none.
    package var order: Int

    /// Makes a word.
    package init(
      _ computer: ComputerDetails, _ source: DeviceSource, at moment: Moment?,
      products: [Product] = [], isWhole: Bool = true, order: Int = 0
    ) {
      self.computer = computer
      self.source = source
      self.moment = moment
      self.products = products
      self.isWhole = isWhole
      self.order = order
    }
  }

  /// What is told, in the order in which it was read.
  package var told: [Told]
  /// The names of the files.
  package var files: [String]

  /// Makes a batch.
  package init(_ told: [Told] = [], files: [String] = []) {
    self.told = told
    self.files = files
  }
}
