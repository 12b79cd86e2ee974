import Migration

extension DeviceBatch.Told {
  /// What a script's result tells, with its moment in local time.
  package init(_ result: SwitchResult, at moment: Moment?) {
    self.init(
      ComputerDetails(name: result.host), .result, at: moment,
      products: result.products.map { product in
        DeviceBatch.Product(
          key: product.key, version: product.version,
          method: product.reason == "cannot" ? .cannot : product.after,
          failure: product.after == .user ? "" : product.reason, answer: product.answer,
          isUndone: result.isUndo && product.reason.isEmpty && product.after != .user)
      }, order: max(0, result.order))
  }

  /// What a device list tells of one computer.
  package init(_ computer: ComputerDetails, listedAt moment: Moment) {
    self.init(computer, .deviceList, at: moment)
  }

  /// What the answers in a helper's list tell, each of a computer; nil where it is not known of which.
  ///
  /// One answer is that of the computer after which the file is called; of several each has its
  /// computer's name in the line before it.
  package static func told(
    _ list: HelperList, named file: String, at moment: Moment
  ) -> [DeviceBatch.Told]? {
    var told: [DeviceBatch.Told] = []
    for number in 0..<list.lists {
      let written = list.computers.indices.contains(number) ? list.computers[number] : nil
      guard let name = written ?? (list.lists == 1 ? computer(inFileName: file) : nil) else {
        return nil
      }
      let listed = list.products.filter { $0.list == number }
      let products = listed.compactMap(DeviceBatch.Product.init)
      let isCut = list.isCutOff && number == list.lists - 1
      told.append(
        DeviceBatch.Told(
          ComputerDetails(name: name), .helperList, at: moment,
          products: products, isWhole: !isCut && products.count == listed.count))
    }
    return told
  }

  /// The computer after which a file is called: its name without endings and without what people write
  /// before it, such as `list-PC01.json`; nil where that is no computer's name.
  package static func computer(inFileName file: String) -> String? {
    var name = file
    for ending in [".gz", ".json", ".txt", ".log", ".out"] where name.lowercased().hasSuffix(ending)
    {
      name.removeLast(ending.count)
    }
    for word in ["adsklicensinginsthelper", "adsklicensing", "helper", "list", "adsk"] {
      if name.lowercased().hasPrefix(word + "-") || name.lowercased().hasPrefix(word + "_") {
        name.removeFirst(word.count + 1)
      }
      if name.lowercased().hasSuffix("-" + word) || name.lowercased().hasSuffix("_" + word) {
        name.removeLast(word.count + 1)
      }
    }
    let generic = [
      "list", "helper", "output", "result", "products", "adsklicensing", "adsk", "lijst", "liste",
      "adsklicensinginsthelper", "json", "stdout",
    ]
    guard HostName.isPlain(name), !generic.contains(name.lowercased()) else { return nil }
    return name
  }
}

extension DeviceBatch.Product {
  /// What the helper tells of a product; nil where it has no key, by which it could be switched.
  fileprivate init?(_ product: HelperList.Product) {
    guard let key = product.key else { return nil }
    var method = product.method.map { InstallationMethod($0) } ?? .notChosen
    if method != .user, !product.supportedMethods.isEmpty, !product.supportsUser {
      method = .cannot
    }
    self.init(
      key: key, version: product.version ?? "", feature: product.feature ?? "", method: method)
  }
}
