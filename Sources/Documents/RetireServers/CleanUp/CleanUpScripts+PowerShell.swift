extension CleanUpScripts {
  /// For Windows PowerShell 5.1 and later; `-WhatIf` is PowerShell's own.
  static let powerShell = Script(
    name: "clean-up.ps1", trying: #".\clean-up.ps1 -WhatIf"#, undoing: #".\clean-up.ps1 -Undo"#,
    opening: "[CmdletBinding(SupportsShouldProcess = $true)]\nparam([switch] $Undo)\n",
    body: powerShellBody)

  private static let powerShellBody = ##"""
    Set-StrictMode -Version 2
    $ErrorActionPreference = 'Stop'
    $names = @('ADSKFLEX_LICENSE_FILE', 'LM_LICENSE_FILE')
    $store = Join-Path $env:ProgramData 'overstap-clean-up'
    $found = 0
    $changed = 0
    $failed = 0
    $kept = New-Object System.Collections.ArrayList

    # Each server is its name and its ports between colons. An entry with another port is another
    # server on the same computer; one without a port is any.
    function Test-Ours([string] $name, [string] $port) {
      foreach ($entry in $servers) {
        $server, $ports = $entry.Split(':')
        if ($port -ne '' -and @($ports) -notcontains $port) { continue }
        $one = $name.ToLowerInvariant()
        if ($one -eq $server) { return $true }
        if ($one.Contains('.') -and $server.Contains('.')) { continue }
        if ($one.Split('.')[0] -eq $server.Split('.')[0]) { return $true }
      }
      return $false
    }

    # Entries that name one of the servers go; all others stay as they are.
    function Get-Without([string] $list) {
      $entries = @()
      foreach ($entry in $list.Split(';')) {
        $parts = @($entry.Split(',') | Where-Object {
          $at = $_.IndexOf('@')
          ($at -lt 0) -or -not (Test-Ours $_.Substring($at + 1).Trim() $_.Substring(0, $at).Trim())
        })
        if ($parts.Count -gt 0) { $entries += ($parts -join ',') }
      }
      return ($entries -join ';')
    }

    function Save-Kept($entry) {
      if (-not (Test-Path -LiteralPath $store)) {
        New-Item -ItemType Directory -Path $store -Force | Out-Null
      }
      [void] $kept.Add($entry)
      $script:backup = Join-Path $store ("$stamp.json")
      ConvertTo-Json -InputObject @($kept) -Depth 4 |
        Set-Content -LiteralPath $script:backup -Encoding UTF8
    }

    function Edit-Value([string] $path, [string] $name) {
      try {
        if (-not (Test-Path -LiteralPath $path)) { return }
        $key = Get-Item -LiteralPath $path
      } catch {
        Write-Output "not-looked-at $path"
        return
      }
      $value = $key.GetValue($name, $null, 'DoNotExpandEnvironmentNames')
      if ($null -eq $value) { return }
      $kind = $key.GetValueKind($name)
      $without = Get-Without ([string] $value)
      if ($without -eq [string] $value) { return }
      $script:found++
      $target = "$path\$name"
      if ("$kind" -ne 'String' -and "$kind" -ne 'ExpandString') {
        $script:failed++
        Write-Output "kept $target"
        return
      }
      if (-not $PSCmdlet.ShouldProcess($target, "$value -> $without")) { return }
      try {
        Save-Kept @{ Kind = 'Registry'; Path = $path; Name = $name; Type = "$kind"; Value = "$value" }
        if ($without -eq '') {
          Remove-ItemProperty -LiteralPath $path -Name $name
          Write-Output "removed $target"
        } else {
          Set-ItemProperty -LiteralPath $path -Name $name -Value $without -Type $kind
          Write-Output "edited $target"
        }
        $script:changed++
      } catch {
        $script:failed++
        Write-Output "failed $target $($_.Exception.Message)"
      }
    }

    function Edit-File([string] $path) {
      # Every byte is one character, so that what stays in the file stays as it is.
      $latin = [System.Text.Encoding]::GetEncoding(28591)
      $old = [System.IO.File]::ReadAllText($path, $latin)
      $lines = @($old -split "`r?`n")
      $left = @($lines | Where-Object {
        $words = @($_.Trim() -split '\s+')
        $port = ''
        if ($words.Count -gt 3 -and $words[3] -match '^\d+$') { $port = $words[3] }
        -not ($words.Count -gt 1 -and $words[0] -eq 'SERVER' -and (Test-Ours $words[1] $port))
      })
      if ($left.Count -eq $lines.Count) { return }
      $script:found++
      if (-not $PSCmdlet.ShouldProcess($path, 'SERVER')) { return }
      try {
        Save-Kept @{
          Kind = 'File'; Path = $path; Name = ''; Type = ''
          Value = [Convert]::ToBase64String([System.IO.File]::ReadAllBytes($path))
        }
        $needed = '^\s*(SERVER|VENDOR|DAEMON|FEATURE|INCREMENT|PACKAGE)\s'
        if (@($left | Where-Object { $_ -match $needed }).Count -eq 0) {
          Remove-Item -LiteralPath $path
          Write-Output "removed $path"
        } else {
          [System.IO.File]::WriteAllText($path, ($left -join "`r`n"), $latin)
          Write-Output "edited $path"
        }
        $script:changed++
      } catch {
        $script:failed++
        Write-Output "failed $path $($_.Exception.Message)"
      }
    }

    function Restore-Kept {
      $latest = Get-ChildItem -LiteralPath $store -Filter '*.json' -ErrorAction SilentlyContinue |
        Sort-Object Name | Select-Object -Last 1
      if ($null -eq $latest) { Write-Error 'nothing to undo' }
      $entries = @(Get-Content -LiteralPath $latest.FullName -Raw -Encoding UTF8 | ConvertFrom-Json)
      foreach ($entry in @($entries | ForEach-Object { $_ })) {
        $script:found++
        $target = "$($entry.Path) $($entry.Name)"
        if (-not $PSCmdlet.ShouldProcess($target, 'restore')) { continue }
        try {
          if ($entry.Kind -eq 'Registry') {
            if (-not (Test-Path -LiteralPath $entry.Path)) {
              New-Item -Path $entry.Path -Force | Out-Null
            }
            New-ItemProperty -LiteralPath $entry.Path -Name $entry.Name -Value $entry.Value `
              -PropertyType $entry.Type -Force | Out-Null
          } else {
            [System.IO.File]::WriteAllBytes($entry.Path, [Convert]::FromBase64String($entry.Value))
          }
          $script:changed++
          Write-Output "restored $target"
        } catch {
          $script:failed++
          Write-Output "failed $target $($_.Exception.Message)"
        }
      }
      if ($failed -eq 0 -and $found -eq $changed) {
        Rename-Item -LiteralPath $latest.FullName -NewName "$($latest.Name).undone"
      }
    }

    $stamp = (Get-Date).ToString('yyyyMMdd-HHmmss') + "-$PID"
    if ($Undo) {
      Restore-Kept
    } else {
      $users = @(Get-ChildItem -LiteralPath 'Registry::HKEY_USERS' -ErrorAction SilentlyContinue |
        Where-Object { $_.PSChildName -notmatch '_Classes$' } |
        ForEach-Object { "Registry::HKEY_USERS\$($_.PSChildName)" })
      $paths = @(
        'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\FLEXlm License Manager'
        'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\FLEXlm License Manager'
        'Registry::HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
      )
      foreach ($user in $users) {
        $paths += "$user\SOFTWARE\FLEXlm License Manager"
        $paths += "$user\Environment"
      }
      foreach ($path in $paths) { foreach ($name in $names) { Edit-Value $path $name } }
      # Users who are not logged on: told of, not edited.
      $list = 'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
      foreach ($entry in @(Get-ChildItem -LiteralPath $list -ErrorAction SilentlyContinue)) {
        if (-not $entry) { continue }
        $sid = $entry.PSChildName
        if ($sid -notmatch '^S-1-(5-21|12-1)-') { continue }
        if ($users -notcontains "Registry::HKEY_USERS\$sid") {
          Write-Output "not-looked-at HKEY_USERS\$sid $($entry.GetValue('ProfileImagePath'))"
        }
      }
      $folders = @('Autodesk\AdskLicensingService\*\LICPATH.lic', 'Autodesk\CLM\LGS\*\LICPATH.lic')
      foreach ($folder in $folders) {
        $files = Get-ChildItem -Path (Join-Path $env:ProgramData $folder) -ErrorAction SilentlyContinue
        foreach ($file in @($files)) { if ($file) { Edit-File $file.FullName } }
      }
    }
    Write-Output "ADSK-CLEANUP v1 host=$env:COMPUTERNAME found=$found changed=$changed failed=$failed"
    if ($failed -gt 0 -or $found -ne $changed) { exit 1 }
    exit 0

    """##
}
