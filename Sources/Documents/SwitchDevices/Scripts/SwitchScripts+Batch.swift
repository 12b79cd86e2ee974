extension SwitchScripts {
  /// For tools that run batch files: the same options as everywhere, handed on to PowerShell.
  static let batchBody = ##"""
    rem Hands its options on to the PowerShell script of the same name beside it, as values of the
    rem environment, so that no mark in a path means anything.
    setlocal EnableExtensions DisableDelayedExpansion
    set "script=%~dp0%~n0.ps1"
    set "trial="
    :next
    if "%~1"=="" goto run
    if /i "%~1"=="--dry-run" goto trial
    if /i "%~1"=="/dry-run" goto trial
    set "name="
    if /i "%~1"=="--helper" set "name=OVERSTAP_HELPER"
    if /i "%~1"=="--results" set "name=OVERSTAP_RESULTS"
    if /i "%~1"=="--timeout" set "name=OVERSTAP_TIMEOUT"
    if /i "%~1"=="--host" set "name=OVERSTAP_HOST"
    if /i "%~1"=="--root" set "name=OVERSTAP_ROOT"
    if not defined name goto usage
    if "%~2"=="" goto usage
    set "%name%=%~2"
    shift
    shift
    goto next

    :trial
    set "trial=-WhatIf"
    shift
    goto next

    :usage
    echo usage: %~n0.cmd [--dry-run] [--helper PATH] [--results FOLDER] [--timeout SECONDS] [--host NAME]
    exit /b 64

    :run
    if not exist "%script%" (
      echo %~n0.ps1 has to lie beside %~n0.cmd
      exit /b 1
    )
    set "shell=%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe"
    if not exist "%shell%" set "shell=powershell.exe"
    "%shell%" -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "%script%" %trial%
    exit /b %ERRORLEVEL%

    """##
}
