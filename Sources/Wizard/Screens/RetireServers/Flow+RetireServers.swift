import Migration

extension Flow {
  /// Step 5: its screens, and where they lead. A new screen is one line here.
  static let retireServers: [Entry] = [
    Entry(
      Briefing(.retireServers), "5", step: .retireServers, behind: "overview",
      [
        "close": "close-step",
        "prepare": "servers", "use": "network-use", "carry-out": "ready-to-retire",
        "prove": "prove-servers",
      ]),
    Entry(
      Servers(), "5.1", step: .retireServers, behind: "retire-servers",
      [
        "add": "add-licences", "new": "server-page", "open": "server-page", "use": "network-use",
        "ready": "ready-to-retire",
      ]),
    Entry(
      NetworkUsePage(), "5.2", step: .retireServers, behind: "servers",
      [
        "add": "add-licences", "couple": "couple-login", "open": "user-page",
        "propose": "propose", "set-aside": "set-aside", "ready": "ready-to-retire",
        "products": "offering-use",
      ]),
    Entry(
      ReadyToRetire(), "5.3", step: .retireServers, behind: "retire-servers",
      [
        "use": "network-use", "servers": "servers", "commands": "retire-commands",
        "clean-up": "clean-up", "retire": "retire-server", "prove": "prove-servers",
        "installations": "installations", "informed": "state-informed",
      ]),
    Entry(
      AddLicences(), "5.4", step: .retireServers, behind: "servers",
      ["paste": "paste-licences", "ask": "ask-servers", "review": "review-licences"]),
    Entry(
      PasteLicences(), "5.5", step: .retireServers, behind: "servers",
      ["files": "add-licences", "ask": "ask-servers", "review": "review-licences"]),
    Entry(
      AskServers(), "5.6", step: .retireServers, behind: "servers",
      ["files": "add-licences", "paste": "paste-licences", "review": "review-licences"]),
    Entry(
      ReviewLicences(), "5.7", step: .retireServers, behind: "servers", isKept: false,
      ["done": "network-use", "servers": "servers"]),
    Entry(
      ServerPage(), "5.8", step: .retireServers, behind: "servers",
      [
        "keep": "keep-server", "retire": "retire-server", "ready": "ready-to-retire",
        "commands": "retire-commands",
      ]),
    Entry(KeepServer(), "5.9", step: .retireServers, behind: "servers", isGoal: false),
    Entry(
      CoupleLogin(), "5.10", step: .retireServers, behind: "network-use", isKept: false),
    Entry(SetAside(), "5.11", step: .retireServers, behind: "network-use", isKept: false),
    Entry(
      ProposeUsers(), "5.12", step: .retireServers, behind: "network-use", isKept: false,
      ["review": "review-users"]),
    Entry(
      OfferingUsePage(), "5.13", step: .retireServers, behind: "network-use",
      ["propose": "propose-seats"]),
    Entry(RetireServer(), "5.14", step: .retireServers, behind: "ready-to-retire", isGoal: false),
    Entry(
      RetireCommandsPage(), "5.15", step: .retireServers, behind: "ready-to-retire",
      ["name": "server-page"]),
    Entry(CleanUp(), "5.16", step: .retireServers, behind: "ready-to-retire"),
    Entry(
      ProveServers(), "5.17", step: .retireServers, behind: "retire-servers",
      ["servers": "servers", "ready": "ready-to-retire"]),
    Entry(
      ProposeSeats(), "5.18", step: .retireServers, behind: "network-use", isKept: false),
    Entry(
      Propose(), "5.19", step: .retireServers, behind: "network-use", isKept: false,
      ["users": "propose-users", "seats": "propose-seats", "computers": "propose-computers"]),
    Entry(
      ProposeComputers(), "5.20", step: .retireServers, behind: "network-use", isKept: false,
      ["done": "installations"]),
    Entry(
      StateInformed(), "5.21", step: .retireServers, behind: "ready-to-retire", isKept: false),
  ]
}
