extension CleanUpScripts {
  /// For Windows without PowerShell: `reg.exe` and `findstr.exe` alone. A value with a percent sign
  /// or a quotation mark is left as it is and told of.
  static let batch = Script(
    name: "clean-up.cmd", trying: "clean-up.cmd /dry-run", undoing: "clean-up.cmd /undo",
    opening: "@echo off\nsetlocal EnableExtensions DisableDelayedExpansion\n", body: batchBody)

  private static let batchBody = ##"""
    rem Each server is its name and its ports between colons. An entry with another port is another
    rem server on the same computer; one without a port is any.
    set "store=%ProgramData%\overstap-clean-up"
    set "dry="
    set /a found=0, changed=0, failed=0
    if /i "%~1"=="/undo" goto undo
    if /i "%~1"=="/dry-run" (set "dry=1") else if not "%~1"=="" goto usage
    for %%K in (
      "HKLM\SOFTWARE\FLEXlm License Manager"
      "HKLM\SOFTWARE\WOW6432Node\FLEXlm License Manager"
      "HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
    ) do for %%N in (ADSKFLEX_LICENSE_FILE LM_LICENSE_FILE) do call :value "%%~K" %%N
    for /f "tokens=*" %%H in ('reg query HKU 2^>nul') do call :hive "%%H"
    set "list=HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"
    for /f "tokens=*" %%H in ('reg query "%list%" 2^>nul') do call :profile "%%~nxH"
    for %%D in ("%ProgramData%\Autodesk\AdskLicensingService" "%ProgramData%\Autodesk\CLM\LGS") do (
      call :products "%%~D"
    )
    goto finish

    :usage
    echo usage: clean-up.cmd [/dry-run ^| /undo]
    exit /b 64

    :finish
    echo ADSK-CLEANUP v1 host=%COMPUTERNAME% found=%found% changed=%changed% failed=%failed%
    if not %failed%==0 exit /b 1
    if not %found%==%changed% exit /b 1
    exit /b 0

    rem The settings of one user who is logged on, or of whoever runs this.
    :hive
    set "hive=%~1"
    if /i "%hive:~-8%"=="_Classes" exit /b 0
    for %%K in ("%hive%\SOFTWARE\FLEXlm License Manager" "%hive%\Environment") do (
      for %%N in (ADSKFLEX_LICENSE_FILE LM_LICENSE_FILE) do call :value "%%~K" %%N
    )
    exit /b 0

    rem Users who are not logged on, or whose settings are closed to this one: told of, not edited.
    :profile
    set "user="
    set "sid=%~1"
    if /i "%sid:~0,9%"=="S-1-5-21-" set "user=1"
    if /i "%sid:~0,9%"=="S-1-12-1-" set "user=1"
    if not defined user exit /b 0
    reg query "HKU\%sid%\Environment" >nul 2>nul
    if not errorlevel 1 exit /b 0
    echo not-looked-at "HKEY_USERS\%sid%"
    exit /b 0

    rem One value of the registry: %1 the key, %2 the name.
    :value
    set "kind="
    set "old="
    for /f "tokens=1,2,*" %%A in ('reg query "%~1" /v %2 2^>nul ^| findstr /i /c:"REG_"') do (
      set "kind=%%B"
      set "old=%%C"
    )
    if not defined old exit /b 0
    rem The value is data: it is looked at without being put into a line until it is known to be plain.
    set "hit="
    for %%S in (%servers%) do for /f "delims=.:" %%A in ("%%S") do (
      set old| findstr /i /l /c:"@%%A" >nul && set "hit=1"
    )
    if not defined hit exit /b 0
    set old| findstr /l /c:"%%" /c:"\"" >nul
    if not errorlevel 1 (
      set /a found+=1, failed+=1
      echo kept "%~1\%2"
      exit /b 0
    )
    set "rest=%old%"
    set "new="
    set "cut="
    :entry
    if not defined rest goto entries
    set "one="
    for /f "tokens=1* delims=;" %%A in ("%rest%") do (
      set "one=%%A"
      set "rest=%%B"
    )
    if not defined one goto entries
    call :entrykept
    if defined one (
      if defined new (call set "new=%%new%%;%%one%%") else (call set "new=%%one%%")
    )
    goto entry
    :entries
    if not defined cut exit /b 0
    set /a found+=1
    if defined dry (
      echo would-edit "%~1\%2" "%old%" -^> "%new%"
      exit /b 0
    )
    call :folder
    >>"%store%\undo.cmd" echo reg add "%~1" /v %2 /t %kind% /d "%old%" /f
    if defined new (
      reg add "%~1" /v %2 /t %kind% /d "%new%" /f >nul
    ) else (
      reg delete "%~1" /v %2 /f >nul
    )
    if errorlevel 1 (
      set /a failed+=1
      echo failed "%~1\%2"
    ) else (
      set /a changed+=1
      echo edited "%~1\%2"
    )
    exit /b 0

    rem Leaves in %one% what of an entry is not of the named servers; nothing where all is.
    :entrykept
    set "members=%one%"
    set "one="
    :member
    if not defined members exit /b 0
    set "part="
    for /f "tokens=1* delims=," %%A in ("%members%") do (
      set "part=%%A"
      set "members=%%B"
    )
    if not defined part exit /b 0
    set "host="
    for /f "tokens=1,2 delims=@" %%A in ("x%part%") do (
      set "port=%%A"
      set "host=%%B"
    )
    set "isours="
    if defined host call :ours "%host%"
    if defined isours (
      set "cut=1"
    ) else (
      if defined one (call set "one=%%one%%,%%part%%") else (call set "one=%%part%%")
    )
    goto member

    rem Sets isours where %1 is one of the servers: the whole name, or the first part where either has
    rem no domain; and the port is x alone, or x and one of its ports.
    :ours
    set "whole=%~1"
    set "port=%port: =%"
    set "hostdomain="
    for /f "tokens=1* delims=." %%A in ("%whole%") do (
      set "hostshort=%%A"
      set "hostdomain=%%B"
    )
    for %%S in (%servers%) do call :same %%S
    exit /b 0
    :same
    for /f "tokens=1* delims=:" %%A in ("%~1") do (
      set "known=%%A"
      set "ports=%%B"
    )
    set "hasport="
    if "%port%"=="x" set "hasport=1"
    for %%P in (%ports::= %) do if "x%%P"=="%port%" set "hasport=1"
    if not defined hasport exit /b 0
    if /i "%known%"=="%whole%" set "isours=1"
    set "domain="
    for /f "tokens=1* delims=." %%A in ("%known%") do (
      set "short=%%A"
      set "domain=%%B"
    )
    if /i not "%short%"=="%hostshort%" exit /b 0
    if not defined domain set "isours=1"
    if not defined hostdomain set "isours=1"
    exit /b 0

    rem The client licence files of the products in one folder.
    :products
    for /f "delims=" %%S in ('dir /b /ad "%~1" 2^>nul') do (
      if exist "%~1\%%S\LICPATH.lic" call :file "%~1\%%S\LICPATH.lic"
    )
    exit /b 0

    rem One client licence file.
    :file
    set "left=%TEMP%\overstap-%RANDOM%.lic"
    rem With line ends of Windows, which is where findstr looks for the end of a line.
    find /v "" < "%~1" > "%left%"
    set "hit="
    for %%S in (%servers%) do call :lines %%S "%~1"
    if not defined hit (
      del "%left%"
      exit /b 0
    )
    set /a found+=1
    if defined dry (
      echo would-edit "%~1"
      del "%left%"
      exit /b 0
    )
    call :folder
    set /a number+=1
    copy /y "%~1" "%store%\file%number%.lic" >nul
    >>"%store%\undo.cmd" echo copy /y "%%~dp0file%number%.lic" "%~1"
    set "needed="
    for %%W in (SERVER VENDOR DAEMON FEATURE INCREMENT PACKAGE) do call :needs %%W
    if not defined needed (del "%~1") else (copy /y "%left%" "%~1" >nul)
    if errorlevel 1 (
      set /a failed+=1
      echo failed "%~1"
    ) else (
      set /a changed+=1
      echo edited "%~1"
    )
    del "%left%"
    exit /b 0

    rem Sets needed where a line of %left% begins with %1.
    :needs
    findstr /r /i /c:"^[ \##t]*%1[ \##t]" "%left%" >nul
    if not errorlevel 1 set "needed=1"
    exit /b 0

    rem Takes the SERVER lines of one server out of %left%.
    :lines
    for /f "tokens=1* delims=:" %%A in ("%~1") do (
      set "name=%%A"
      set "ports=%%B"
    )
    set "ports=%ports::= %"
    set "short="
    set "domain="
    for /f "tokens=1* delims=." %%A in ("%name%") do (
      set "short=%%A"
      set "domain=%%B"
    )
    set "who=%name:.=\.%"
    call :pattern
    if defined domain (set "who=%short%") else (set "who=%short%\.[^ \##t]*")
    call :pattern
    exit /b 0

    rem Takes the SERVER lines whose name is like %who% out of %left%: without a port, or with one of
    rem %ports%.
    :pattern
    set "tail=[ \##t]*$"
    call :cut
    set "tail=[ \##t][ \##t]*[^0-9 \##t]"
    call :cut
    for %%P in (%ports%) do (
      set "tail=[ \##t][ \##t]*%%P[ \##t]*$"
      call :cut
      set "tail=[ \##t][ \##t]*%%P[ \##t]"
      call :cut
    )
    exit /b 0
    :cut
    set "line=[ \##t]*SERVER[ \##t][ \##t]*%who%[ \##t][ \##t]*[^ \##t][^ \##t]*%tail%"
    findstr /r /i /c:"^%line%" "%left%" >nul
    if errorlevel 1 exit /b 0
    set "hit=1"
    findstr /v /r /i /c:"^%line%" "%left%" > "%left%.new"
    move /y "%left%.new" "%left%" >nul
    exit /b 0

    rem The folder of what is kept, one for each run; the latest is named in latest.txt.
    :folder
    if defined stamped exit /b 0
    set "stamped=1"
    set /a number=0
    set "store=%store%\%RANDOM%%RANDOM%"
    mkdir "%store%" 2>nul
    >"%ProgramData%\overstap-clean-up\latest.txt" echo %store%
    >"%store%\undo.cmd" echo @echo off
    exit /b 0

    :undo
    set "latest="
    if exist "%store%\latest.txt" for /f "usebackq delims=" %%L in ("%store%\latest.txt") do set "latest=%%L"
    if not defined latest (
      echo nothing to undo
      exit /b 1
    )
    call "%latest%\undo.cmd"
    if errorlevel 1 exit /b 1
    del "%store%\latest.txt"
    exit /b 0

    """##
}
