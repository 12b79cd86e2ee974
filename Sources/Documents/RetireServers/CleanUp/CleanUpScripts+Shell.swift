extension CleanUpScripts {
  /// For Linux and macOS: POSIX sh and awk alone.
  static let shell = Script(
    name: "clean-up.sh", trying: "sudo sh clean-up.sh --dry-run",
    undoing: "sudo sh clean-up.sh --undo", opening: "#!/bin/sh\n", body: shellBody)

  private static let shellBody = ##"""
    # --root DIR works on a system image below DIR in place of /.
    set -u
    dry=0 undo=0 root='' found=0 changed=0 failed=0
    while [ $# -gt 0 ]; do
      case $1 in
        --dry-run | -n) dry=1 ;;
        --undo) undo=1 ;;
        --root) shift; root=${1:-} ;;
        *) echo "usage: clean-up.sh [--dry-run] [--undo] [--root DIR]" >&2; exit 64 ;;
      esac
      shift
    done
    store="$root/var/lib/overstap-clean-up"
    backup="$store/$(date +%Y%m%d-%H%M%S)-$$"

    # Each server is its name and its ports between colons. An entry with another port is another
    # server on the same computer; one without a port is any.
    # Entries of a list that name one of the servers go; all others stay as they are.
    functions='
      function same(one, other,  a, b) {
        one = tolower(one); other = tolower(other)
        if (one == other) return 1
        if (index(one, ".") && index(other, ".")) return 0
        split(one, a, "."); split(other, b, ".")
        return a[1] == b[1]
      }
      function ours(host, port,  i, n, names, cut) {
        gsub(/[ \t\r]/, "", port)
        n = split(HOSTS, names, " ")
        for (i = 1; i <= n; i++) {
          cut = index(names[i], ":")
          if (!same(host, substr(names[i], 1, cut - 1))) continue
          if (port == "" || index(substr(names[i], cut) ":", ":" port ":")) return 1
        }
        return 0
      }
      function member(part,  at) {
        at = index(part, "@")
        if (!at) return 0
        return ours(substr(part, at + 1), substr(part, 1, at - 1))
      }
      function without(list,  i, j, n, m, entries, parts, entry, out, first) {
        n = split(list, entries, ":")
        out = ""; first = 1
        for (i = 1; i <= n; i++) {
          m = split(entries[i], parts, ",")
          entry = ""
          for (j = 1; j <= m; j++)
            if (!member(parts[j])) entry = entry (entry == "" ? "" : ",") parts[j]
          if (m > 0 && entry == "") continue
          out = out (first ? "" : ":") entry; first = 0
        }
        return out
      }
    '
    # A line that sets one of the variables, as shells, /etc/environment and .flexlmrc write it. A
    # line that sets nothing else goes when nothing is left of the value.
    variables() { # file
      awk -v HOSTS="$servers" "$functions"'
      function edited(line,  head, tail, quote, end, value, rest, kept, before, more) {
        if (!match(line, /(^|[^A-Za-z0-9_])(ADSKFLEX|LM)_LICENSE_FILE[ \t]*[= \t][ \t]*/))
          return line
        head = substr(line, 1, RSTART + RLENGTH - 1)
        before = substr(line, 1, RSTART)
        tail = substr(line, RSTART + RLENGTH)
        quote = substr(tail, 1, 1)
        if (quote == "\"" || quote == "\047") {
          tail = substr(tail, 2); end = index(tail, quote)
        } else {
          quote = ""; end = match(tail, /[ \t;#]/)
        }
        value = end ? substr(tail, 1, end - 1) : tail
        rest = end ? substr(tail, end + length(quote)) : ""
        kept = without(value)
        if (kept == "" && value != "" && alone(before, rest)) { gone = 1; return "" }
        # Only a line that sets nothing else goes: what the rest of it says is no reason.
        more = edited(rest); gone = 0
        return head quote kept quote more
      }
      function alone(before, rest) {
        sub(/[A-Za-z]$/, "", before)
        return before ~ /^[ \t]*((export|setenv|declare -x|typeset -x)[ \t]+)?$/ &&
          rest ~ /^[ \t]*(;[ \t]*export[ \t]+[A-Z_]+[ \t]*)?;?[ \t]*(#.*)?$/
      }
      /^[ \t]*#/ { print; next }
      { gone = 0; line = edited($0); if (!gone) print line }
      ' "$1"
    }
    # A client licence file: the SERVER lines of the named servers go.
    licences() { # file
      awk -v HOSTS="$servers" "$functions"'
      toupper($1) == "SERVER" && ours($2, $4 ~ /^[0-9]+\r?$/ ? $4 : "") { next }
      { print }
      ' "$1"
    }
    # A file that holds nothing but a list.
    lists() { # file
      awk -v HOSTS="$servers" "$functions"'
      { kept = without($0); if (kept != "" || $0 == "") print kept }
      ' "$1"
    }

    say() { printf '%s %s\n' "$1" "$2"; }

    keep() {
      mkdir -p "$backup/files$(dirname "$1")" && chmod 700 "$store" "$backup" &&
        cp -p "$1" "$backup/files$1" && printf '%s\n' "$1" >> "$backup/manifest"
    }

    edited() { # kind file
      case $1 in
        variables) variables "$2" ;;
        licences) licences "$2" ;;
        lists) lists "$2" ;;
      esac
    }

    edit() { # kind file
      [ -f "$2" ] && [ ! -L "$2" ] || return 0
      new=$(edited "$1" "$2" && echo x) || { failed=$((failed + 1)); return 0; }
      old=$(cat "$2"; echo x)
      # A last line without its newline is written with one: that alone is no change.
      [ "$new" != "$old" ] && [ "${new%?x}" != "${old%x}" ] || return 0
      found=$((found + 1))
      left=${new%x}
      gone=0
      case $2 in
        */LICPATH.lic)
          printf '%s' "$left" | grep -qiE '^[[:space:]]*(SERVER|VENDOR|DAEMON|FEATURE|INCREMENT|PACKAGE)[[:space:]]' || gone=1 ;;
        *.data) [ -n "$left" ] || gone=1 ;;
      esac
      if [ $dry = 1 ]; then
        if [ $gone = 1 ]; then say would-remove "$2"; else say would-edit "$2"; fi
        return 0
      fi
      if ! keep "$2"; then say failed "$2"; failed=$((failed + 1)); return 0; fi
      if [ $gone = 1 ]; then
        outcome=removed
        rm -f "$2" || outcome=failed
      else
        outcome=edited
        printf '%s' "$left" > "$2" || outcome=failed
      fi
      say "$outcome" "$2"
      if [ $outcome = failed ]; then failed=$((failed + 1)); else changed=$((changed + 1)); fi
    }

    restore() {
      latest=''
      for manifest in "$store"/*/manifest; do
        [ -f "$manifest" ] && latest=$manifest
      done
      [ -n "$latest" ] || { echo "nothing to undo" >&2; exit 1; }
      folder=$(dirname "$latest")
      while IFS= read -r path; do
        found=$((found + 1))
        mkdir -p "$(dirname "$path")"
        if cp -p "$folder/files$path" "$path"; then
          say restored "$path"; changed=$((changed + 1))
        else
          say failed "$path"; failed=$((failed + 1))
        fi
      done < "$latest"
      [ $failed = 0 ] && mv "$latest" "$latest.undone"
    }

    finish() {
      echo "ADSK-CLEANUP v1 host=$(uname -n) found=$found changed=$changed failed=$failed"
      [ $failed = 0 ] && [ "$found" = "$changed" ] || exit 1
      exit 0
    }

    if [ $undo = 1 ]; then restore; finish; fi

    for file in "$root"/etc/environment "$root"/etc/profile "$root"/etc/profile.d/*.sh \
      "$root"/etc/profile.d/*.csh "$root"/etc/bash.bashrc "$root"/etc/bashrc "$root"/etc/zshrc \
      "$root"/etc/zprofile "$root"/etc/launchd.conf "$root"/etc/environment.d/*.conf
    do edit variables "$file"; done
    for home in "$root"/root "$root"/home/* "$root"/Users/* "$root"/var/root; do
      for name in .profile .bash_profile .bash_login .bashrc .zshenv .zprofile .zshrc .cshrc \
        .tcshrc .login .flexlmrc
      do edit variables "$home/$name"; done
    done
    for base in "$root/Library/Application Support/Autodesk" "$root/var/opt/Autodesk"; do
      for file in "$base"/AdskLicensingService/*/LICPATH.lic "$base"/CLM/LGS/*/LICPATH.lic
      do edit licences "$file"; done
      for file in "$base"/CLM/LGS/*/ADSKFLEX_LICENSE_FILE.data
      do edit lists "$file"; done
    done
    finish

    """##
}
