// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "overstap",
  products: [.executable(name: "overstap", targets: ["overstap"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    // Without its trait of Foundation, which would bring 45 MB into the program.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // What a shared library would bring along is named too, for the program of one static file.
    .target(
      name: "CTerm", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CYaml"),
    .systemLibrary(name: "CZlib"),
    .target(name: "Canvas", swiftSettings: strict),
    .target(name: "Migration", swiftSettings: strict),
    .target(name: "ScreenTexts", dependencies: ["CYaml"], swiftSettings: strict),
    .executableTarget(
      name: "EmbedScreens", dependencies: ["ScreenTexts"], swiftSettings: strict),
    .plugin(
      name: "EmbedScreensPlugin", capability: .buildTool(), dependencies: ["EmbedScreens"],
      path: "Sources/EmbedScreensPlugin"),
    .target(name: "Widgets", dependencies: ["Canvas"], swiftSettings: strict),
    .target(
      name: "Documents",
      dependencies: ["CZlib", "Migration"], swiftSettings: strict),
    .target(
      name: "SessionFile", dependencies: ["CSQLite", "Migration"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),
    .target(
      name: "Wizard", dependencies: ["Canvas", "Migration", "ScreenTexts", "Widgets"],
      swiftSettings: strict, plugins: ["EmbedScreensPlugin"]),
    .target(
      name: "PlainMode", dependencies: ["Canvas", "ScreenTexts", "Wizard"],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CTerm", "Canvas"], swiftSettings: strict),
    .executableTarget(
      name: "overstap",
      dependencies: [
        "Canvas", "Documents", "Migration", "PlainMode", "ScreenTexts", "SessionFile",
        "Terminal", "Wizard",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    .testTarget(
      name: "PlainModeTests",
      dependencies: [
        "Canvas", "Migration", "PlainMode", "ScreenTexts", "Seeds", "SessionFile", "Wizard",
        "WizardTesting", "overstap",
      ], exclude: ["Transcripts"], swiftSettings: strict),
    .target(name: "Seeds", path: "Tests/Seeds", swiftSettings: strict),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas", "Seeds"], swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests", dependencies: ["CZlib", "Documents", "Migration", "Seeds"],
      swiftSettings: strict),
    .testTarget(
      name: "EmbedScreensTests", dependencies: ["EmbedScreens", "ScreenTexts"],
      swiftSettings: strict),
    .testTarget(
      name: "MigrationTests", dependencies: ["Migration", "Seeds"], swiftSettings: strict),
    .testTarget(
      name: "ScreenTextsTests", dependencies: ["ScreenTexts", "Seeds"], swiftSettings: strict),
    .executableTarget(
      name: "SessionCrashProgram", dependencies: ["Migration", "SessionFile"],
      path: "Tests/SessionCrashProgram", swiftSettings: strict),
    .testTarget(
      name: "SessionFileTests",
      dependencies: [
        "Migration", "Seeds", "SessionCrashProgram", "SessionFile",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ], exclude: ["Files"], swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Canvas", "Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Canvas", "Terminal", "TerminalProbe",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ], swiftSettings: strict),
    .target(
      name: "WizardTesting",
      dependencies: ["Canvas", "Migration", "ScreenTexts", "SessionFile", "Wizard"],
      path: "Tests/WizardTesting", swiftSettings: strict),
    .testTarget(
      name: "WidgetsTests", dependencies: ["Canvas", "Seeds", "Widgets"], swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["Migration", "WizardTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "WizardTests",
      dependencies: [
        "Canvas", "Documents", "Migration", "ScreenTexts", "Seeds", "SessionFile", "Terminal",
        "Widgets", "Wizard", "WizardTesting", "overstap",
      ], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Canvas", "Migration", "Seeds", "SessionFile", "WizardTesting",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
