extension LicenceFile {
  /// The figures in the order in which they are reported.
  package var figures: [(name: String, value: FigureValue)] {
    [
      ("servers", .number(servers.count)),
      ("useServer", .number(useServerLines)),
      ("vendors", .number(vendors.count)),
      ("features", .number(features.count { $0.keyword == .feature })),
      ("increments", .number(features.count { $0.keyword == .increment })),
      ("packages", .number(packages.count)),
      ("components", .number(packages.reduce(0) { $0 + $1.components.count })),
      ("licences", .number(features.reduce(0) { $0 + ($1.licences ?? 0) })),
      ("uncounted", .number(features.count { $0.licences == nil })),
      ("permanent", .number(features.count { $0.expiry == .permanent })),
      ("distinctFeatures", .number(Set(features.map(\.name)).count)),
    ]
  }
}
