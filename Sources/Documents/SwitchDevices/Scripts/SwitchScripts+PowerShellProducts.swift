extension SwitchScripts {
  /// What the script for PowerShell does with each product, and what it writes of that.
  static let powerShellProducts = ##"""
    function Test-Scope([string] $key, [string] $version) {
      return $products -contains "${key}:$version" -or $products -contains "${key}:"
    }

    function Get-State($product) {
      return [ordered] @{
        method = $product.method; serverType = $product.type; servers = @($product.servers)
      }
    }

    function Add-Seen($product, [string] $outcome, [string] $reason) {
      [void] $seen.Add(@{
        product = $product; outcome = $outcome; reason = $reason; calls = @(); after = $null
      })
      return $seen[$seen.Count - 1]
    }

    function Get-RecordPath($product) {
      return Join-Path $before "$($product.key)_$($product.version)"
    }

    # Bytes beside where they go, and then given the name: whole or not at all.
    function Set-Whole([string] $path, [byte[]] $bytes) {
      $part = "$path.overstap"
      [System.IO.File]::WriteAllBytes($part, $bytes)
      Move-Item -LiteralPath $part -Destination $path -Force
    }

    function Save-Record($product) {
      try {
        [void] (New-Item -ItemType Directory -Path $before -Force)
        if ($product.file -ne '') {
          Set-Whole "$(Get-RecordPath $product).LGS.data" ([System.IO.File]::ReadAllBytes($product.file))
        } else {
          $line = "$($product.method)|$($product.type)|$($product.servers -join ',')"
          Set-Whole (Get-RecordPath $product) ([System.Text.Encoding]::ASCII.GetBytes($line))
        }
        return $true
      } catch {
        return $false
      }
    }

    function Invoke-Change($product, [string[]] $rest) {
      $call = Invoke-Helper (@('change', '--prod_key', $product.key, '--prod_ver', $product.version) + $rest)
      $reason = 'unchanged'
      if ($call.exit -ne 0) { $reason = 'refused' }
      if ($call.exit -eq -1) { $reason = 'timeout' }
      $entry = Add-Seen $product 'asked' $reason
      $entry.calls = @(Get-Call $call $true)
    }

    function Test-Allowed($product) {
      if ($action -eq 'detect') { return $false }
      return $PSCmdlet.ShouldProcess("$($product.key) $($product.version)", $action)
    }

    function Switch-Product($product) {
      $isPlain = ($product.servers -join ',') -match '^[A-Za-z0-9@.:,_-]*\z'
      if ($product.method -eq 4) {
        [void] (Add-Seen $product 'already' '')
      } elseif (-not $product.canGo) {
        [void] (Add-Seen $product 'failed' 'cannot')
      } elseif (-not (Test-Allowed $product)) {
        [void] (Add-Seen $product 'left' '')
      } elseif (-not $isPlain -or -not (Save-Record $product)) {
        # Servers that are no names of computers could not be put back.
        [void] (Add-Seen $product 'failed' 'no-record')
      } elseif ($product.file -ne '') {
        [void] (Add-Seen $product 'asked' 'unchanged')
        try {
          Set-Whole $product.file ([System.Text.Encoding]::ASCII.GetBytes('_USER'))
        } catch {
          Write-Verbose $_.Exception.Message
        }
      } else {
        Invoke-Change $product @('--lic_method', 'USER')
      }
    }

    function Read-Record($product) {
      $parts = [System.IO.File]::ReadAllText((Get-RecordPath $product)).Trim().Split('|')
      $servers = @($parts[2].Split(',') | Where-Object { $_ -ne '' })
      return @{ method = [int] $parts[0]; type = [int] $parts[1]; servers = $servers }
    }

    # Whether a product is as it was to become.
    function Test-Done($product) {
      if ($action -ne 'undo') { return $product.method -eq 4 }
      if ($product.file -ne '') {
        $kept = [System.IO.File]::ReadAllBytes("$(Get-RecordPath $product).LGS.data")
        $now = [System.IO.File]::ReadAllBytes($product.file)
        return [Convert]::ToBase64String($kept) -eq [Convert]::ToBase64String($now)
      }
      $old = Read-Record $product
      if ($product.method -ne $old.method) { return $false }
      return $old.method -ne 1 -or ($product.servers -join ',') -eq ($old.servers -join ',')
    }

    function Undo-Product($product) {
      $record = Get-RecordPath $product
      if ($product.file -ne '') { $record = "$record.LGS.data" }
      if (-not (Test-Path -LiteralPath $record)) { return }
      if (Test-Done $product) {
        [void] (Add-Seen $product 'already' '')
      } elseif (-not (Test-Allowed $product)) {
        [void] (Add-Seen $product 'left' '')
      } elseif ($product.file -ne '') {
        [void] (Add-Seen $product 'asked' 'unchanged')
        try {
          Set-Whole $product.file ([System.IO.File]::ReadAllBytes($record))
        } catch {
          Write-Verbose $_.Exception.Message
        }
      } else {
        $old = Read-Record $product
        $words = @{ 1 = 'NETWORK'; 2 = 'STANDALONE'; 3 = 'STANDALONE'; 4 = 'USER' }
        $kinds = @{ 1 = 'SINGLE'; 2 = 'REDUNDANT'; 3 = 'DISTRIBUTED' }
        $word = "$($words[$old.method])"
        if ($word -ne '' -and $old.servers.Count -eq 0) {
          Invoke-Change $product @('--lic_method', $word)
        } else {
          Invoke-Change $product @(
            '--lic_method', $word, '--lic_server_type', "$($kinds[$old.type])",
            '--lic_servers', ($old.servers -join ',')
          )
        }
      }
    }

    # The method that a type file of 2017 to 2019 says.
    function Get-TypeMethod([string] $path) {
      switch ([System.IO.File]::ReadAllText($path).Trim([char[]] " `t`r`n`0")) {
        '_NETWORK' { return 1 }
        '_STANDALONE' { return 2 }
        '_USER' { return 4 }
      }
      return 0
    }

    function Get-TypeProduct {
      $base = Join-Path $data 'Autodesk/CLM/LGS'
      foreach ($folder in @(Get-ChildItem -LiteralPath $base -ErrorAction SilentlyContinue)) {
        if (-not $folder -or $folder.Name -notmatch '^([A-Za-z0-9]+)_(201[789]\.[A-Za-z0-9.-]+)\z') {
          continue
        }
        $key = $Matches[1]
        $version = $Matches[2]
        $path = Join-Path $folder.FullName 'LGS.data'
        if (-not (Test-Path -LiteralPath $path)) { continue }
        if (-not (Test-Scope $key $version)) { continue }
        Write-Output @{
          key = $key; version = $version; ownKey = $key; ownVersion = $version; type = 0
          method = Get-TypeMethod $path; servers = @(); canGo = $true; file = $path
        }
      }
    }

    function Complete-Product($entry, $after) {
      $product = $entry.product
      if ($entry.outcome -ne 'asked') {
        $entry.after = Get-State $product
      } else {
        $now = $null
        if ($product.file -ne '') {
          $now = $product.Clone()
          $now.method = Get-TypeMethod $product.file
        } elseif ($null -ne $after) {
          $now = @($after | Where-Object {
            $_.key -eq $product.key -and $_.version -eq $product.version
          }) + @($after | Where-Object {
            $_.ownKey -eq $product.key -and $_.ownVersion -eq $product.version
          }) | Select-Object -First 1
        }
        $entry.outcome = 'failed'
        if ($null -eq $now) {
          if ($entry.reason -ne 'timeout') {
            $entry.reason = 'gone'
            if ($null -eq $after) { $entry.reason = 'no-list' }
          }
        } else {
          $entry.after = Get-State $now
          # What it was called before is what its record is called.
          $now.key = $product.key
          $now.version = $product.version
          if (Test-Done $now) {
            $entry.reason = ''
            $entry.outcome = 'switched'
            if ($action -eq 'undo') {
              $entry.outcome = 'undone'
              foreach ($end in @('', '.LGS.data')) {
                $record = "$(Get-RecordPath $product)$end"
                if (Test-Path -LiteralPath $record) { Remove-Item -LiteralPath $record }
              }
            }
          }
        }
      }
      $counts[$entry.outcome]++
      Write-Output "$($entry.outcome) $($product.key) $($product.version) $($entry.reason)".Trim()
    }

    function Write-Result {
      $result = [ordered] @{
        overstap = 1; action = $action; order = [int] $order; host = $HostName
        user = [System.Environment]::UserName
        day = [System.DateTime]::UtcNow.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        time = [System.DateTime]::UtcNow.ToString('HH:mm:ss', [cultureinfo]::InvariantCulture)
        helper = $Helper
        products = @($seen | ForEach-Object {
          [ordered] @{
            key = $_.product.key; version = $_.product.version; outcome = $_.outcome
            reason = $_.reason; before = Get-State $_.product; after = $_.after; calls = @($_.calls)
          }
        })
        calls = @($lists | ForEach-Object { $_ })
      }
      $text = ConvertTo-Json -InputObject $result -Depth 8
      $text = [regex]::Replace($text, '[^\x00-\x7F]', {
        param($match)
        '\u{0:x4}' -f [int] [char] $match.Value
      })
      $folder = $Results
      if ($folder -eq '') { $folder = Join-Path $store 'results' }
      try {
        if (-not (Test-Path -LiteralPath $folder)) {
          [void] (New-Item -ItemType Directory -Path $folder -Force)
        }
        $path = Join-Path $folder "overstap-$order-$plain.json"
        Set-Whole $path ([System.Text.Encoding]::ASCII.GetBytes($text + "`n"))
        return $true
      } catch {
        return $false
      }
    }

    $isTrial = $action -eq 'detect' -or [bool] $WhatIfPreference
    if ($hosts.Count -gt 0 -and @($hosts | Where-Object { Test-SameHost $HostName $_ }).Count -eq 0) {
      $note = 'not-in-order'
      if ($action -eq 'detect') { Complete-Run 0 }
      Complete-Run 3
    }
    if ($Helper -ne '' -and -not (Test-Path -LiteralPath $Helper)) {
      $note = 'no-helper'
      Complete-Run 1
    }
    if ($Helper -eq '') { $Helper = "$(Find-Helper)" }
    $after = $null
    if ($Helper -eq '') {
      $note = 'no-helper'
    } else {
      $listed = Get-Product
      if ($null -eq $listed) {
        $note = 'no-list'
      } else {
        foreach ($product in $listed) {
          $isMeant = (Test-Scope $product.key $product.version) -or
            (Test-Scope $product.ownKey $product.ownVersion)
          if (-not $isMeant) { continue }
          if ($action -eq 'undo') { Undo-Product $product } else { Switch-Product $product }
        }
        if (@($seen | Where-Object { $_.outcome -eq 'asked' }).Count -gt 0) { $after = Get-Product }
      }
    }
    foreach ($product in @(Get-TypeProduct)) {
      if ($action -eq 'undo') { Undo-Product $product } else { Switch-Product $product }
    }
    foreach ($entry in $seen) { Complete-Product $entry $after }
    if ($note -eq 'no-helper' -and $seen.Count -gt 0) { $note = '' }
    if ($note -eq '' -and $seen.Count -eq 0) { $note = 'nothing-in-scope' }
    if (-not $isTrial -and -not (Write-Result)) { $note = 'result-not-written' }
    if ($note -eq 'no-helper' -and $action -eq 'detect') { Complete-Run 0 }
    if ($note -ne '' -and $note -ne 'nothing-in-scope') { Complete-Run 1 }
    if ($counts.failed + $counts.left -gt 0) { Complete-Run 1 }
    Complete-Run 0

    """##
}
