extension SwitchScripts {
  /// For Linux, macOS and Jamf: POSIX sh, awk and od alone. What it finds and asks; what it does with
  /// each product is in `shellProducts`.
  static let shellBody = shellAsking + shellProducts

  private static let shellAsking = ##"""
    # --root DIR works on a system image below DIR in place of /; --host NAME is how the list of computers
    # calls this one. Numbers of methods are the licensing helper's own: 1 network, 2 standalone, 4 user.
    set -u
    LC_ALL=C
    export LC_ALL
    umask 077
    dry=0 helper='' timeout=60 host='' root='' note=''
    number=0 switched=0 undone=0 already=0 failed=0 left=0

    usage() {
      echo "usage: $action.sh [--dry-run] [--helper PATH] [--results FOLDER] [--timeout SECONDS]" \
        "[--host NAME] [--root DIR]" >&2
      exit 64
    }

    # Jamf gives where the disk is, the computer's name and the user first, and empty ones at the end.
    case ${1:-} in
      /*) [ $# -lt 3 ] || shift 3 ;;
    esac
    while [ $# -gt 0 ]; do
      case $1 in
        '') ;;
        --dry-run | -n) dry=1 ;;
        --helper | --results | --timeout | --host | --root)
          [ $# -ge 2 ] || usage
          case $1 in
            --helper) helper=$2 ;;
            --results) results=$2 ;;
            --timeout) timeout=$2 ;;
            --host) host=$2 ;;
            --root) root=$2 ;;
          esac
          shift ;;
        *) usage ;;
      esac
      shift
    done
    case $timeout in
      '' | 0* | *[!0-9]* | ??????*) usage ;;
    esac
    [ -n "$host" ] || host=$(uname -n)
    plain=$(printf '%s' "$host" | tr -c 'A-Za-z0-9._-' '_' | cut -c 1-128)
    case $plain in
      .*) plain=_$plain ;;
    esac
    store="$root/var/lib/overstap-switch"

    finish() { # exit code
      rest=''
      case $action in
        switch) done="switched=$switched" ;;
        *) done="undone=$undone" ;;
      esac
      [ $dry = 0 ] || rest=" left=$left"
      [ -z "$note" ] || rest="$rest note=$note"
      echo "OVERSTAP v1 host=$plain products=$number $done already=$already failed=$failed$rest"
      exit "$1"
    }

    # Whether the order is for this computer: a name without a domain is that of the same computer with
    # one, whatever the case.
    if [ -n "$hosts" ]; then
      printf '%s\n' "$hosts" | HOST=$host awk '
        function short(name) { sub(/\..*/, "", name); return name }
        BEGIN { one = tolower(ENVIRON["HOST"]) }
        {
          for (i = 1; i <= NF; i++) {
            other = tolower($i)
            if (one == other) exit found = 1
            if (index(one, ".") && index(other, ".")) continue
            if (short(one) == short(other)) exit found = 1
          }
        }
        END { exit !found }
      ' || { note=not-in-order; finish 3; }
    fi

    work=$(mktemp -d) || { note=no-temporary-folder; finish 1; }
    trap 'rm -rf "$work"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    : > "$work/seen"
    : > "$work/lists"

    # The folder of the helper's current version, or else that of the highest.
    find_helper() {
      for base in "$root/Library/Application Support/Autodesk/AdskLicensing" \
        "$root/opt/Autodesk/AdskLicensing"; do
        helper="$base/Current/helper/AdskLicensingInstHelper"
        [ ! -x "$helper" ] || return 0
        best=$(
          for folder in "$base"/[0-9]*/helper; do
            [ -x "$folder/AdskLicensingInstHelper" ] || continue
            version=${folder%/helper}
            printf '%s\n' "${version##*/}"
          done | sort -t . -k 1,1n -k 2,2n -k 3,3n -k 4,4n | tail -n 1
        )
        helper="$base/$best/helper/AdskLicensingInstHelper"
        [ -z "$best" ] || return 0
      done
      helper=''
      return 1
    }

    # Asks the helper: its answer in $work/answer, what it says of errors in $work/error, how it ended in
    # $code; -1 where it was ended at the time limit. Not every system has a command for a time limit, and
    # a shell that waits can miss a signal: so its end is looked for.
    if sleep 0.05 2> /dev/null; then nap=0.05 naps=20; else nap=1 naps=1; fi
    ask() { # arguments
      rm -f "$work/ended"
      (
        "$helper" "$@" < /dev/null > "$work/answer" 2> "$work/error" &
        echo "$!" > "$work/asked"
        wait "$!"
        echo "$?" > "$work/code" && mv -f "$work/code" "$work/ended"
      ) 2> /dev/null &
      turn=0
      late=''
      while [ ! -e "$work/ended" ]; do
        turn=$((turn + 1))
        if [ -z "$late" ] && [ "$turn" -gt $((timeout * naps)) ]; then
          late=1
          kill -9 "$(cat "$work/asked")"
        fi
        sleep "$nap"
      done
      wait
      code=$(cat "$work/ended")
      [ -z "$late" ] || code=-1
    }

    # A text or a file as what stands in a JSON string, at most 8,192 bytes of it.
    escaped() {
      od -An -v -tu1 | awk '
        function code(point) { printf "\\u%04x", point }
        { for (i = 1; i <= NF; i++) byte[count++] = $i + 0 }
        END {
          if (count > 8192) count = 8192
          for (i = 0; i < count; i++) {
            first = byte[i]
            if (first == 34 || first == 92) { printf "\\%c", first; continue }
            if (first >= 32 && first < 127) { printf "%c", first; continue }
            if (first < 128) { code(first); continue }
            more = first < 194 || first > 244 ? 0 : first < 224 ? 1 : first < 240 ? 2 : 3
            point = more == 1 ? first - 192 : more == 2 ? first - 224 : first - 240
            for (j = 1; j <= more && i + j < count; j++) {
              if (byte[i + j] < 128 || byte[i + j] > 191) break
              point = point * 64 + byte[i + j] - 128
            }
            least = more == 1 ? 128 : more == 2 ? 2048 : 65536
            if (!more || j <= more || point < least || point > 1114111 ||
              (point >= 55296 && point < 57344)) { code(65533); continue }
            i += more
            if (point < 65536) { code(point); continue }
            point -= 65536
            code(55296 + int(point / 1024)); code(56320 + point % 1024)
          }
        }
      '
    }

    # One call as JSON: how it was made, how it ended, what was answered (of the files that are named).
    call_json() { # answer arguments
      answer=$1
      shift
      printf '{"arguments": ['
      comma=''
      for argument in "$@"; do
        printf '%s"%s"' "$comma" "$(printf '%s' "$argument" | escaped)"
        comma=', '
      done
      printf '], "exit": %s, "answer": "' "$code"
      case $answer in
        all) cat "$work/answer" "$work/error" | escaped ;;
      esac
      printf '"}'
    }

    # What the helper lists, one line a product: key and version as chosen, as installed, method, type of
    # the servers, whether it can go over, servers. Text around the list is passed over; nothing where no
    # whole list is in the answer.
    products_listed() { # answer
      tr -d '\000' < "$1" | awk '
        function token(  part) {
          sub(/^[ \t\r\n]+/, "", text)
          if (match(text, /^"([^"\\]|\\.)*"/) || match(text, /^[-+.A-Za-z0-9]+/) ||
            match(text, /^[][{}:,]/)) {
            part = substr(text, 1, RLENGTH)
            text = substr(text, RLENGTH + 1)
            return part
          }
          bad = 1
          return ""
        }
        function bare(part) { gsub(/^"|"$/, "", part); gsub(/\\\//, "/", part); return part }
        function passed(  part, depth) {
          for (depth = 1; depth && !bad; ) {
            part = token()
            if (part == "{" || part == "[") depth++
            if (part == "}" || part == "]") depth--
          }
          return ""
        }
        function listed(  part, all, comma) {
          all = ""; comma = ""
          while (!bad) {
            part = token()
            if (part == "]") break
            if (part == ",") continue
            if (part == "{" || part == "[") { passed(); part = "?" }
            part = bare(part)
            if (part == "") continue
            all = all comma part; comma = ","
          }
          return all
        }
        function record(  part, name) {
          split("", field)
          while (!bad) {
            part = token()
            if (part == "}") return
            if (part == ",") continue
            name = bare(part)
            if (part !~ /^"/ || token() != ":") { bad = 1; return }
            part = token()
            field[name] = part == "{" ? passed() : part == "[" ? listed() : bare(part)
          }
        }
        function filled(one, other) { return one != "" ? one : other }
        function method(word) {
          if (word ~ /^[0-9]+$/) return word + 0
          word = toupper(word)
          return word == "NETWORK" ? 1 : word == "STANDALONE" ? 2 : word == "USER" ? 4 : 0
        }
        function product(  key, version) {
          key = filled(field["sel_prod_key"], field["def_prod_key"])
          version = filled(field["sel_prod_ver"], field["def_prod_ver"])
          if (key !~ /^[A-Za-z0-9]+$/ || version !~ /^[A-Za-z0-9._-]+$/) return ""
          if ((key, version) in seen) return ""
          seen[key, version] = 1
          if (field["def_prod_key"] !~ /^[A-Za-z0-9]*$/) field["def_prod_key"] = ""
          if (field["def_prod_ver"] !~ /^[A-Za-z0-9._-]*$/) field["def_prod_ver"] = ""
          if (field["lic_servers"] !~ /^[A-Za-z0-9@.:,_-]*$/) field["lic_servers"] = "?"
          return key "|" version "|" field["def_prod_key"] "|" field["def_prod_ver"] "|" \
            method(field["lic_method"]) "|" method(field["lic_server_type"]) "|" \
            ("," field["supported_lic_methods"] "," ~ /,(4|USER),/) "|" field["lic_servers"] "\n"
        }
        { whole = whole $0 "\n" }
        END {
          while (match(whole, /\[[ \t\r\n]*[]{]/)) {
            text = substr(whole, RSTART + 1); whole = text
            bad = 0; all = ""; split("", seen)
            while (!bad) {
              part = token()
              if (part == "]") break
              if (part == ",") continue
              if (part != "{") { bad = 1; break }
              record()
              if (!bad) all = all product()
            }
            if (bad) continue
            found = 1
            if (all != "") break
          }
          if (!found) exit 1
          printf "%s", all
        }
      '
    }

    # The products in $1; false where the helper lists nothing that can be read.
    list() { # file
      ask list
      comma=''
      [ ! -s "$work/lists" ] || comma=', '
      if products_listed "$work/answer" > "$1"; then
        { printf '%s' "$comma"; call_json none list; } >> "$work/lists"
        return 0
      fi
      { printf '%s' "$comma"; call_json all list; } >> "$work/lists"
      return 1
    }


    """##
}
