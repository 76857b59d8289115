@echo off
rem Starts Wayleave. Builds first what is missing or older than its sources; a start with nothing to build does not pass
rem through Maven. Without arguments the desktop opens; wayleave --help lists the commands.
rem
rem WAYLEAVE_JAVA       folder of the JDK to use
rem WAYLEAVE_CLASSPATH  start from this class path and build nothing
setlocal enabledelayedexpansion
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "STAGE=%ROOT%\app\target\run"
set "JDK="

rem --- JDK: its release file says its version, so that no process needs to start to read it.
if defined WAYLEAVE_JAVA (
  call :try "%WAYLEAVE_JAVA%"
  if not defined JDK (
    echo wayleave: WAYLEAVE_JAVA names %WAYLEAVE_JAVA%, which is not a JDK 25. Point it at a JDK 25 folder, or unset it to have one looked for. 1>&2
    exit /b 2
  )
)
if not defined JDK if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
if not defined JDK for %%p in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
  if exist "%%~p" for /d %%d in ("%%~p\*") do call :try "%%~d"
)
if not defined JDK (
  echo wayleave: no JDK 25 found. Install JDK 25 ^(for example Temurin 25^) or set WAYLEAVE_JAVA to its folder. Looked at: JAVA_HOME, java on the PATH, Eclipse Adoptium, Java, Microsoft, Zulu, Corretto and BellSoft under Program Files, .jdks, scoop. 1>&2
  exit /b 2
)

if defined WAYLEAVE_CLASSPATH (
  set "CP=%WAYLEAVE_CLASSPATH%"
  goto start
)

rem --- Build what is missing or stale. PowerShell answers both questions: what is newer, and who builds already.
powershell -NoProfile -ExecutionPolicy Bypass -File "%ROOT%\.mvn\launch.ps1" "%ROOT%" "%JDK%"
if errorlevel 1 exit /b 2
set /p RUN=<"%STAGE%\stamp"
set "CP=%STAGE%\%RUN%\*;%STAGE%\%RUN%\lib\*"

:start
"%JDK%\bin\java" "-Dwayleave.home=%ROOT%" --enable-native-access=ALL-UNNAMED -cp "%CP%" org.wayleave.app.Main %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=.25[.+\"-]" "%~1\release" >nul 2>nul && set "JDK=%~f1"
exit /b 0
