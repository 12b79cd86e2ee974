import Migration

extension LicensingBatch {
  /// The server that a licence file is for, or that a client's file names.
  package init(licenceFile file: LicenceFile) {
    self.init(.licenceFile)
    guard !file.servers.isEmpty else { return }
    var details = ServerDetails()
    // `this_host` stands for whatever computer the file lies on.
    details.hosts = file.servers.map(\.host).filter {
      $0.lowercased() != "this_host" && HostName.isPlain($0)
    }
    details.lmgrdPort = file.servers.first?.port
    details.setUp = file.setUp == .redundant ? .redundant : .single
    let autodesk = file.vendors.first { $0.name.lowercased() == "adskflex" }
    details.daemon = autodesk?.name ?? ""
    details.vendorPort = autodesk?.port
    details.otherDaemons = file.vendors.map(\.name).filter { $0.lowercased() != "adskflex" }
    // A file that was read here lies where the admin put it, which is not where the server has it.
    if let program = autodesk?.path ?? autodesk?.optionsFile {
      details.system =
        program.contains("\\") ? .windows : program.hasPrefix("/") ? .linux : .unknown
    }
    servers = [Server(details: details)]
  }

  /// The servers that values of `ADSKFLEX_LICENSE_FILE` or `LM_LICENSE_FILE` name.
  package init(pathValue value: LicencePathValue) {
    self.init(.pathValue, servers: value.servers.map { Server(details: $0) })
  }
}
