import Foundation

/// A stand-in for the licensing helper in a folder of its own, which behaves as the helper is documented
/// to: products in a file, `list` and `change`. Scripts are really run on it.
package final class StandInHelper {
  /// The folder; a script has its record and whatever else it writes below it.
  package let folder: String
  /// The program.
  package var path: String { folder + "/AdskLicensingInstHelper" }

  /// Makes one with products, one a line: feature, key and version as installed and as chosen, method, type
  /// of the servers, servers, what it can be switched to.
  package init(in folder: String, products: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      atPath: folder + "/bin", withIntermediateDirectories: true)
    try write(products, to: "state")
    try write(Self.program, to: "program.txt")
    // Another one writes it: what this one still has open for writing somewhere can not be started.
    _ = try Started.run(["/bin/cp", folder + "/program.txt", path])
    _ = try Started.run(["/bin/chmod", "755", path])
  }

  /// How it behaves from now on, as `SwitchedComputer.Trouble` names it; empty for as it should.
  package func trouble(_ trouble: String) throws { try write(trouble, to: "mode") }

  /// What it answers to `list`.
  package func list() throws -> String {
    try Started.run([path, "list"]).lines.joined(separator: "\n")
  }

  /// Runs a script with this helper, on a computer whose clock stands still.
  package func run(
    _ script: String, _ arguments: [String], day: String, time: String
  ) throws -> (lines: [String], status: Int32) {
    try write("#!/bin/sh\ncase $2 in *H*) echo \(time) ;; *) echo \(day) ;; esac\n", to: "date.txt")
    _ = try Started.run(["/bin/cp", folder + "/date.txt", folder + "/bin/date"])
    _ = try Started.run(["/bin/chmod", "755", folder + "/bin/date"])
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(folder)/bin:\(environment["PATH"] ?? "/usr/bin:/bin")"
    return try Started.run(
      ["/bin/sh", script, "--root", folder, "--helper", path] + arguments,
      environment: environment)
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }
}

extension StandInHelper {
  /// The program.
  package static let program = ##"""
    #!/bin/sh
    # A stand-in for the licensing helper: products in the file beside it, one a line.
    state=$(dirname "$0")/state
    mode=$(cat "$(dirname "$0")/mode" 2> /dev/null)
    printf '%s\n' "$*" >> "$(dirname "$0")/asked"
    case $1 in
      list)
        case $mode in
          *garbage*) printf 'Error: [object] "\377\001 {'; exit 0 ;;
          *hang-list*) sleep 100 ;;
          *crash-list*) printf '[\n  {\n    "feature_id": "ACD", "def_prod'; kill -SEGV $$ ;;
          *noise*) printf '[admin@pc ~]$ list\nloaded: [1, 2]\n' ;;
        esac
        awk -F '|' '
          BEGIN { printf "[" }
          {
            printf "%s\n  {\n    \"feature_id\": \"%s\",\n    \"def_prod_key\": \"%s\",\n", (NR > 1 ? "," : ""), $1, $2
            printf "    \"def_prod_ver\": \"%s\",\n    \"sel_prod_key\": \"%s\",\n    \"sel_prod_ver\": \"%s\",\n", $3, $4, $5
            if ($6 != "") printf "    \"lic_method\": %s,\n", $6
            if ($7 != "") printf "    \"lic_server_type\": %s,\n", $7
            printf "    \"highlight\": {\"red\": {\"value\": 1}, \"all\": [[], {}]},\n    \"new\": null,\n"
            n = split($8, names, ","); printf "    \"lic_servers\": ["
            for (i = 1; i <= n; i++) printf "%s\"%s\"", (i > 1 ? ", " : ""), names[i]
            if (!n) printf "\"\""
            printf "],\n    \"supported_lic_methods\": [%s]\n  }", $9
          }
          END { print "\n]" }
        ' "$state"
        case $mode in *noise*) echo 'done [ok]' ;; esac ;;
      change)
        case $mode in
          *refuse*) echo 'Error: administrator rights are "needed"' >&2; exit 5 ;;
          *lie*) exit 0 ;;
          *hang-change*) sleep 100 ;;
          *crash-change*) kill -SEGV $$ ;;
          *slow*) sleep 1 ;;
        esac
        shift
        method=- type=- servers=-
        while [ $# -gt 1 ]; do
          case $1 in
            --prod_key) key=$2 ;;
            --prod_ver) version=$2 ;;
            --lic_method) method=$2 ;;
            --lic_server_type) type=$2 ;;
            --lic_servers) servers=$2 ;;
          esac
          shift 2
        done
        case $method in USER) method=4 ;; NETWORK) method=1 ;; STANDALONE) method=2 ;; esac
        case $type in SINGLE) type=1 ;; REDUNDANT) type=2 ;; DISTRIBUTED) type=3 ;; esac
        KEY=$key VERSION=$version METHOD=$method TYPE=$type SERVERS=$servers awk -F '|' -v OFS='|' '
          $4 == ENVIRON["KEY"] && $5 == ENVIRON["VERSION"] {
            if (ENVIRON["METHOD"] != "-") $6 = ENVIRON["METHOD"]
            if (ENVIRON["TYPE"] != "-") $7 = ENVIRON["TYPE"]
            if (ENVIRON["SERVERS"] != "-") $8 = ENVIRON["SERVERS"]
            found = 1
          }
          { print }
          END { exit !found }
        ' "$state" > "$state.new" || { rm "$state.new"; echo 'no such product' >&2; exit 2; }
        mv "$state.new" "$state" ;;
    esac

    """##
}
