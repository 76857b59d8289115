@echo off
rem Runs the pinned Maven. The distribution is fetched once, as an ordinary artifact, by whatever Maven is on the PATH
rem (docs\decisions\0003-maven-wrapper.md), and kept in %USERPROFILE%\.m2\wrapper\dists.
setlocal
set "HERE=%~dp0"
for /f "usebackq tokens=1,* delims==" %%a in ("%HERE%.mvn\wrapper\wrapper.properties") do (
  if "%%a"=="mavenVersion" set "VERSION=%%b"
  if "%%a"=="mavenSha512" set "SHA512=%%b"
)
if defined MAVEN_USER_HOME (set "DISTS=%MAVEN_USER_HOME%\wrapper\dists") else (set "DISTS=%USERPROFILE%\.m2\wrapper\dists")
set "PINNED=%DISTS%\apache-maven-%VERSION%\bin\mvn.cmd"
if exist "%PINNED%" goto run

where mvn >nul 2>nul
if errorlevel 1 (
  echo mvnw: Maven %VERSION% is not here yet, and there is no mvn on the PATH to fetch it with. 1>&2
  echo mvnw: Install Maven 3.8 or newer, or unpack Maven %VERSION% to %DISTS%\apache-maven-%VERSION%. 1>&2
  exit /b 2
)
echo mvnw: fetching Maven %VERSION% ^(once^) 1>&2
set "WORK=%TEMP%\mvnw-%RANDOM%%RANDOM%"
mkdir "%WORK%" || exit /b 2
rem Run outside the project, so that its own pom does not take part.
pushd "%WORK%"
call mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy "-Dartifact=org.apache.maven:apache-maven:%VERSION%:zip:bin" "-DoutputDirectory=%WORK%" 1>&2
set "FETCHED=%ERRORLEVEL%"
popd
if not "%FETCHED%"=="0" (
  echo mvnw: could not fetch Maven %VERSION%; using the mvn on the PATH instead 1>&2
  rmdir /s /q "%WORK%"
  set "PINNED=mvn"
  goto run
)
set "FOUND="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%WORK%\apache-maven-%VERSION%-bin.zip" SHA512') do if not defined FOUND set "FOUND=%%h"
if /i not "%FOUND: =%"=="%SHA512%" (
  echo mvnw: the Maven archive that arrived is not the pinned one ^(SHA-512 %FOUND%^); nothing was installed 1>&2
  rmdir /s /q "%WORK%"
  exit /b 2
)
if not exist "%DISTS%" mkdir "%DISTS%"
tar -xf "%WORK%\apache-maven-%VERSION%-bin.zip" -C "%WORK%" || exit /b 2
rem A rename happens as a whole, so that two first runs at once do no harm.
move "%WORK%\apache-maven-%VERSION%" "%DISTS%\" >nul 2>nul
rmdir /s /q "%WORK%"

:run
call "%PINNED%" %*
exit /b %ERRORLEVEL%
