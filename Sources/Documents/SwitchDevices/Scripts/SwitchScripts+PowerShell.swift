extension SwitchScripts {
  /// What has to stand before everything else. What is not given is taken from the environment, in which
  /// the batch file puts it.
  static let powerShellOpening = ##"""
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
      [string] $Helper = $env:OVERSTAP_HELPER,
      [string] $Results = $env:OVERSTAP_RESULTS,
      [string] $Timeout = $env:OVERSTAP_TIMEOUT,
      [string] $HostName = $env:OVERSTAP_HOST,
      [string] $Root = $env:OVERSTAP_ROOT
    )

    """##

  /// For Windows PowerShell 5.1 and later. What it finds and asks; what it does with each product is in
  /// `powerShellProducts`.
  static let powerShellBody = powerShellAsking + powerShellProducts

  private static let powerShellAsking = ##"""
    # -Root DIR works on the folders "Program Files (x86)" and "ProgramData" below DIR; -HostName is how
    # the list of computers calls this one. Numbers of methods are the licensing helper's own: 1 network,
    # 2 standalone, 4 user.
    Set-StrictMode -Version 2
    $ErrorActionPreference = 'Stop'
    $counts = @{ switched = 0; undone = 0; already = 0; failed = 0; left = 0 }
    $seen = New-Object System.Collections.ArrayList
    $lists = New-Object System.Collections.ArrayList
    $note = ''
    if ($Timeout -eq '') { $Timeout = '60' }
    if ($Timeout -notmatch '^[1-9][0-9]{0,4}\z') {
      Write-Output "usage: $action.ps1 [-WhatIf] [-Helper PATH] [-Results FOLDER] [-Timeout SECONDS]"
      exit 64
    }
    if ($Results -eq '') { $Results = $share }
    if ($HostName -eq '') { $HostName = [System.Environment]::MachineName }
    $plain = [regex]::Replace($HostName, '[^A-Za-z0-9._-]', '_')
    if ($plain.Length -gt 128) { $plain = $plain.Substring(0, 128) }
    if ($plain.StartsWith('.')) { $plain = "_$plain" }
    if ($Root -ne '') {
      $programs = Join-Path $Root 'Program Files (x86)'
      $data = Join-Path $Root 'ProgramData'
    } else {
      $programs = ${env:ProgramFiles(x86)}
      if (-not $programs) { $programs = $env:ProgramFiles }
      $data = $env:ProgramData
    }
    $store = Join-Path $data 'overstap-switch'
    $before = Join-Path $store 'before'

    function Complete-Run([int] $code) {
      $done = "switched=$($counts.switched)"
      if ($action -eq 'undo') { $done = "undone=$($counts.undone)" }
      $line = "OVERSTAP v1 host=$plain products=$($seen.Count) $done already=$($counts.already)"
      $line += " failed=$($counts.failed)"
      if ($isTrial) { $line += " left=$($counts.left)" }
      if ($note -ne '') { $line += " note=$note" }
      Write-Output $line
      exit $code
    }

    # A name without a domain is that of the same computer with one, whatever the case; Windows cuts its
    # own off after 15 characters.
    function Test-SameHost([string] $left, [string] $right) {
      $left = $left.ToLowerInvariant()
      $right = $right.ToLowerInvariant()
      if ($left -eq $right) { return $true }
      if ($left.Contains('.') -and $right.Contains('.')) { return $false }
      $left = $left.Split('.')[0]
      $right = $right.Split('.')[0]
      if ($left -eq $right) { return $true }
      return $left.Length -eq 15 -and $right.Length -gt 15 -and $right.StartsWith($left)
    }

    function Find-Helper {
      $base = Join-Path $programs 'Common Files/Autodesk Shared/AdskLicensing'
      $current = Join-Path $base 'Current/helper/AdskLicensingInstHelper.exe'
      if (Test-Path -LiteralPath $current) { return $current }
      $best = ''
      $highest = $null
      foreach ($folder in @(Get-ChildItem -LiteralPath $base -ErrorAction SilentlyContinue)) {
        if (-not $folder -or $folder.Name -notmatch '^[0-9]+(\.[0-9]+){1,3}\z') { continue }
        $path = Join-Path $folder.FullName 'helper/AdskLicensingInstHelper.exe'
        if (-not (Test-Path -LiteralPath $path)) { continue }
        $version = [version] $folder.Name
        if ($null -eq $highest -or $version -gt $highest) {
          $highest = $version
          $best = $path
        }
      }
      return $best
    }

    # Asks the helper; -1 where it was ended at the time limit.
    function Invoke-Helper([string[]] $arguments) {
      $start = New-Object System.Diagnostics.ProcessStartInfo
      $start.FileName = $Helper
      $start.Arguments = (@($arguments | ForEach-Object { if ($_ -eq '') { '""' } else { $_ } }) -join ' ')
      $start.UseShellExecute = $false
      $start.CreateNoWindow = $true
      $start.RedirectStandardInput = $true
      $start.RedirectStandardOutput = $true
      $start.RedirectStandardError = $true
      $process = New-Object System.Diagnostics.Process
      $process.StartInfo = $start
      try {
        [void] $process.Start()
        $process.StandardInput.Close()
        $output = $process.StandardOutput.ReadToEndAsync()
        $errors = $process.StandardError.ReadToEndAsync()
        $isLate = -not $process.WaitForExit(1000 * [int] $Timeout)
        if ($isLate) {
          try { $process.Kill() } catch { Write-Verbose $_.Exception.Message }
          [void] $process.WaitForExit(5000)
        }
        $code = -1
        if (-not $isLate) { $code = $process.ExitCode }
        # What it started may still hold its output open.
        $text = ''
        if ($output.Wait(5000)) { $text = $output.Result }
        $problem = ''
        if ($errors.Wait(5000)) { $problem = $errors.Result }
      } catch {
        $code = 126
        $text = ''
        $problem = $_.Exception.Message
      }
      return @{ arguments = @($arguments); exit = $code; text = $text; problem = $problem }
    }

    function Get-Call($call, [bool] $hasAnswer) {
      $answer = ''
      if ($hasAnswer) { $answer = $call.text + $call.problem }
      if ($answer.Length -gt 8192) { $answer = $answer.Substring(0, 8192) }
      return [ordered] @{ arguments = @($call.arguments); exit = $call.exit; answer = $answer }
    }

    function Get-Field($record, [string] $name) {
      $property = $record.PSObject.Properties[$name]
      if ($null -eq $property) { return $null }
      return $property.Value
    }

    function Get-Method($value) {
      switch -Regex ("$value") {
        '^[0-9]+\z' { return [int] "$value" }
        '^NETWORK\z' { return 1 }
        '^STANDALONE\z' { return 2 }
        '^USER\z' { return 4 }
      }
      return 0
    }

    # The end of the list that begins at a place in a text; -1 where it breaks off.
    function Get-ListEnd([string] $text, [int] $start) {
      $depth = 0
      $isText = $false
      for ($place = $start; $place -lt $text.Length; $place++) {
        $mark = $text[$place]
        if ($isText) {
          if ($mark -eq '\') { $place++ } elseif ($mark -eq '"') { $isText = $false }
          continue
        }
        if ($mark -eq '"') { $isText = $true }
        if ($mark -eq '[' -or $mark -eq '{') { $depth++ }
        if ($mark -eq ']' -or $mark -eq '}') { $depth-- }
        if ($depth -eq 0) { return $place }
      }
      return -1
    }

    # The products that the helper lists; null where no whole list is in its answer. Text around the list
    # is passed over.
    function Get-Product {
      $call = Invoke-Helper @('list')
      $found = $null
      foreach ($match in [regex]::Matches($call.text, '\[\s*[{\]]')) {
        $end = Get-ListEnd $call.text $match.Index
        if ($end -lt 0) { continue }
        $part = $call.text.Substring($match.Index, $end - $match.Index + 1)
        try { $records = ConvertFrom-Json $part } catch { continue }
        $found = New-Object System.Collections.ArrayList
        foreach ($record in @($records | ForEach-Object { $_ })) {
          if ($null -eq $record -or $record -isnot [psobject]) { continue }
          $product = @{
            ownKey = "$(Get-Field $record 'def_prod_key')"
            ownVersion = "$(Get-Field $record 'def_prod_ver')"
            key = "$(Get-Field $record 'sel_prod_key')"
            version = "$(Get-Field $record 'sel_prod_ver')"
            method = Get-Method (Get-Field $record 'lic_method')
            type = Get-Method (Get-Field $record 'lic_server_type')
            file = ''
          }
          if ($product.key -eq '') { $product.key = $product.ownKey }
          if ($product.version -eq '') { $product.version = $product.ownVersion }
          if ($product.key -notmatch '^[A-Za-z0-9]+\z') { continue }
          if ($product.version -notmatch '^[A-Za-z0-9._-]+\z') { continue }
          $methods = @(Get-Field $record 'supported_lic_methods' | ForEach-Object { Get-Method $_ })
          $product.canGo = $methods -contains 4
          $product.servers = @(Get-Field $record 'lic_servers' | Where-Object { "$_" -ne '' })
          $isTwice = @($found | Where-Object {
            $_.key -eq $product.key -and $_.version -eq $product.version
          }).Count -gt 0
          if (-not $isTwice) { [void] $found.Add($product) }
        }
        if ($found.Count -gt 0) { break }
      }
      [void] $lists.Add((Get-Call $call ($null -eq $found)))
      if ($null -eq $found) { return $null }
      return , $found
    }


    """##
}
