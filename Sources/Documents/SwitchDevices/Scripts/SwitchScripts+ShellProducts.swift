extension SwitchScripts {
  /// What the shell script does with each product, and what it writes of that.
  static let shellProducts = ##"""
    in_scope() { # key version
      case " $products " in
        *" $1:$2 "* | *" $1: "*) return 0 ;;
      esac
      return 1
    }

    # What was before a change is kept first, whole, so that it can be put back.
    remember() { # key version line
      mkdir -p "$store/before" &&
        printf '%s\n' "$3" > "$store/before/.$1_$2" &&
        mv -f "$store/before/.$1_$2" "$store/before/$1_$2"
    }

    # One line of what is done with a product: key, version, method, type, servers, outcome, reason, type
    # file; `asked` until it is known what came of it.
    seen() { # key version method type servers outcome reason file
      printf '%s|%s|%s|%s|%s|%s|%s|%s\n' "$1" "$2" "$3" "$4" "$5" "$6" "$7" "${8:-}" >> "$work/seen"
    }

    change() { # key version method type servers, then the arguments behind key and version
      key=$1 version=$2 was="$1|$2|$3|$4|$5"
      shift 5
      set -- change --prod_key "$key" --prod_ver "$version" "$@"
      ask "$@"
      call_json all "$@" > "$work/call.${key}_$version"
      reason=unchanged
      [ "$code" -eq 0 ] || reason=refused
      [ "$code" -ne -1 ] || reason=timeout
      printf '%s|asked|%s|\n' "$was" "$reason" >> "$work/seen"
    }

    switch_product() { # key version method type can servers
      if [ "$3" = 4 ]; then
        seen "$1" "$2" "$3" "$4" "$6" already ''
      elif [ "$5" = 0 ]; then
        seen "$1" "$2" "$3" "$4" "$6" failed cannot
      elif [ $dry = 1 ]; then
        seen "$1" "$2" "$3" "$4" "$6" left ''
      elif [ "$6" = '?' ] || ! remember "$1" "$2" "$3|$4|$6"; then
        # Servers that are no names of computers could not be put back.
        seen "$1" "$2" "$3" "$4" '' failed no-record
      else
        change "$1" "$2" "$3" "$4" "$6" --lic_method USER
      fi
    }

    undo_product() { # key version method type servers
      [ -f "$store/before/$1_$2" ] || return 0
      IFS='|' read -r old oldtype oldservers < "$store/before/$1_$2"
      if [ "$3" = "$old" ] && [ "$5" = "$oldservers" ]; then
        seen "$1" "$2" "$3" "$4" "$5" already ''
        return 0
      elif [ $dry = 1 ]; then
        seen "$1" "$2" "$3" "$4" "$5" left ''
        return 0
      fi
      case $old in
        1) word=NETWORK ;;
        2 | 3) word=STANDALONE ;;
        4) word=USER ;;
        *) word='' ;;
      esac
      case $oldtype in
        1) kind=SINGLE ;;
        2) kind=REDUNDANT ;;
        3) kind=DISTRIBUTED ;;
        *) kind='' ;;
      esac
      if [ -n "$word" ] && [ -z "$oldservers" ]; then
        change "$1" "$2" "$3" "$4" "$5" --lic_method "$word"
      else
        change "$1" "$2" "$3" "$4" "$5" \
          --lic_method "$word" --lic_server_type "$kind" --lic_servers "$oldservers"
      fi
    }

    # The method that a type file of 2017 to 2019 says.
    type_method() { # file
      case $(tr -d '\000' < "$1" | tr -d '[:space:]') in
        _NETWORK) echo 1 ;;
        _STANDALONE) echo 2 ;;
        _USER) echo 4 ;;
        *) echo 0 ;;
      esac
    }

    put() { # from to: whole or not at all
      cp -p "$1" "$2.overstap" && mv -f "$2.overstap" "$2"
    }

    type_file() { # file
      folder=${1%/LGS.data}
      folder=${folder##*/}
      key=${folder%%_*} version=${folder#*_}
      case $key in
        '' | *[!A-Za-z0-9]*) return 0 ;;
      esac
      case $version in
        *[!A-Za-z0-9.-]*) return 0 ;;
        2017.* | 2018.* | 2019.*) ;;
        *) return 0 ;;
      esac
      in_scope "$key" "$version" || return 0
      was=$(type_method "$1")
      kept="$store/before/${key}_$version.LGS.data"
      case $action in
        switch)
          if [ "$was" = 4 ]; then
            seen "$key" "$version" "$was" 0 '' already '' "$1"
          elif [ $dry = 1 ]; then
            seen "$key" "$version" "$was" 0 '' left '' "$1"
          elif ! { mkdir -p "$store/before" && put "$1" "$kept"; }; then
            seen "$key" "$version" "$was" 0 '' failed no-backup "$1"
          else
            # A copy keeps the owner and the rights of the file.
            cp -p "$1" "$1.overstap" && printf '_USER' > "$1.overstap" && mv -f "$1.overstap" "$1"
            seen "$key" "$version" "$was" 0 '' asked unchanged "$1"
          fi ;;
        *)
          [ -f "$kept" ] || return 0
          if cmp -s "$kept" "$1"; then
            seen "$key" "$version" "$was" 0 '' already '' "$1"
          elif [ $dry = 1 ]; then
            seen "$key" "$version" "$was" 0 '' left '' "$1"
          else
            put "$kept" "$1"
            seen "$key" "$version" "$was" 0 '' asked unchanged "$1"
          fi ;;
      esac
    }

    state_json() { # method type servers
      printf '{"method": %s, "serverType": %s, "servers": [' "$1" "$2"
      [ -z "$3" ] || printf '"%s"' "$(printf '%s' "$3" | sed 's/,/", "/g')"
      printf ']}'
    }

    # What a product is now: method, type, servers; nothing where that can not be read.
    state_after() { # key version file
      if [ -n "$3" ]; then
        [ ! -f "$3" ] || printf '%s|0|\n' "$(type_method "$3")"
      elif [ -f "$work/after" ]; then
        KEY=$1 VERSION=$2 awk -F '|' '
          $1 == ENVIRON["KEY"] && $2 == ENVIRON["VERSION"] { one = $5 "|" $6 "|" $8 }
          $3 == ENVIRON["KEY"] && $4 == ENVIRON["VERSION"] { other = $5 "|" $6 "|" $8 }
          END { if (one != "") print one; else if (other != "") print other }
        ' "$work/after"
      fi
    }

    # Whether a product is now as it was to become.
    is_done() { # key version method servers file
      case $action in
        switch) [ "$3" = 4 ] ;;
        *)
          if [ -n "$5" ]; then
            cmp -s "$store/before/$1_$2.LGS.data" "$5"
          else
            IFS='|' read -r old oldtype oldservers < "$store/before/$1_$2"
            [ "$3" = "$old" ] && { [ "$old" != 1 ] || [ "$4" = "$oldservers" ]; }
          fi ;;
      esac
    }

    settle() { # key version method type servers outcome reason file
      outcome=$6 reason=$7 after=''
      case $outcome in
        asked)
          after=$(state_after "$1" "$2" "$8")
          rest=${after#*|}
          if [ -z "$after" ]; then
            outcome=failed
            [ "$reason" = timeout ] || reason=gone
            [ -n "$8" ] || [ -f "$work/after" ] || reason=no-list
          elif is_done "$1" "$2" "${after%%|*}" "${rest#*|}" "$8"; then
            reason=''
            case $action in
              switch) outcome=switched ;;
              *)
                outcome=undone
                rm -f "$store/before/$1_$2" "$store/before/$1_$2.LGS.data" ;;
            esac
          else
            outcome=failed
          fi ;;
        *) after="$3|$4|$5" ;;
      esac
      number=$((number + 1))
      case $outcome in
        switched) switched=$((switched + 1)) ;;
        undone) undone=$((undone + 1)) ;;
        already) already=$((already + 1)) ;;
        left) left=$((left + 1)) ;;
        *) failed=$((failed + 1)) ;;
      esac
      echo "$outcome $1 $2${reason:+ $reason}"
      [ $number = 1 ] || printf ', '  >> "$work/products"
      {
        printf '{"key": "%s", "version": "%s", "outcome": "%s", "reason": "%s", "before": ' \
          "$1" "$2" "$outcome" "$reason"
        state_json "$3" "$4" "$5"
        printf ', "after": '
        if [ -n "$after" ]; then
          rest=${after#*|}
          state_json "${after%%|*}" "${rest%%|*}" "${rest#*|}"
        else
          printf 'null'
        fi
        printf ', "calls": ['
        [ ! -f "$work/call.$1_$2" ] || cat "$work/call.$1_$2"
        printf ']}'
      } >> "$work/products"
    }

    # The result is written beside where it goes and then given its name: whole or not at all.
    deliver() { # folder
      mkdir -p "$1" || return 1
      part="$1/.overstap-$order-$plain.$$"
      if cp "$work/result" "$part" && chmod 644 "$part" &&
        mv -f "$part" "$1/overstap-$order-$plain.json"; then
        return 0
      fi
      rm -f "$part"
      return 1
    }

    write_result() {
      {
        printf '{"overstap": 1, "action": "%s", "order": %s, "host": "%s", "user": "%s", ' \
          "$action" "$order" "$(printf '%s' "$host" | escaped)" "$(id -un 2> /dev/null | tr -d '\n' | escaped)"
        printf '"day": "%s", "time": "%s", ' "$(date -u +%Y-%m-%d)" "$(date -u +%H:%M:%S)"
        printf '"helper": "%s", "products": [' "$(printf '%s' "$helper" | escaped)"
        [ ! -f "$work/products" ] || cat "$work/products"
        printf '], "calls": ['
        cat "$work/lists"
        printf ']}\n'
      } > "$work/result" && deliver "${results:-$store/results}"
    }

    # Some of the helpers on Linux need the libraries of the licensing component.
    if [ -d "$root/opt/Autodesk/Adlm/R17/lib64" ]; then
      LD_LIBRARY_PATH="$root/opt/Autodesk/Adlm/R17/lib64${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
      export LD_LIBRARY_PATH
    fi
    if [ -n "$helper" ]; then
      [ -x "$helper" ] || { note=no-helper; finish 1; }
    elif ! find_helper; then
      note=no-helper
    fi
    if [ -n "$helper" ]; then
      if list "$work/before"; then
        while IFS='|' read -r key version ownkey ownversion method type can servers; do
          in_scope "$key" "$version" || in_scope "$ownkey" "$ownversion" || continue
          case $action in
            switch) switch_product "$key" "$version" "$method" "$type" "$can" "$servers" ;;
            *) undo_product "$key" "$version" "$method" "$type" "$servers" ;;
          esac
        done < "$work/before"
        if grep -q '|asked|' "$work/seen"; then
          list "$work/after" || rm -f "$work/after"
        fi
      else
        note=no-list
      fi
    fi
    for base in "$root/Library/Application Support/Autodesk" "$root/var/opt/Autodesk"; do
      for file in "$base"/CLM/LGS/*/LGS.data; do
        [ ! -f "$file" ] || type_file "$file"
      done
    done
    while IFS='|' read -r key version method type servers outcome reason file; do
      settle "$key" "$version" "$method" "$type" "$servers" "$outcome" "$reason" "$file"
    done < "$work/seen"
    case $note in
      no-helper) [ $number = 0 ] || note='' ;;
      '') [ $number -gt 0 ] || note=nothing-in-scope ;;
    esac
    if [ $dry = 0 ] && ! write_result; then
      note=result-not-written
    fi
    case $note in
      '' | nothing-in-scope) ;;
      *) finish 1 ;;
    esac
    [ $((failed + left)) = 0 ] || finish 1
    finish 0

    """##
}
