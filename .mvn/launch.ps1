# What wayleave.cmd needs of PowerShell: find out whether anything is newer than the last build, and build it, one start
# at a time.
param([string]$Root, [string]$Jdk)
$ErrorActionPreference = 'Stop'
$stage = Join-Path $Root 'app\target\run'
$stampFile = Join-Path $stage 'stamp'
function Say($text) { [Console]::Error.WriteLine("wayleave: $text") }

$modules = Select-String -Path (Join-Path $Root 'pom.xml') -Pattern '<module>(.*)</module>' |
  ForEach-Object { $_.Matches[0].Groups[1].Value }

function Get-Reason {
  if (-not (Test-Path $stampFile)) { return 'nothing built yet' }
  $name = Get-Content -Raw $stampFile
  if (-not (Test-Path (Join-Path $stage "$name\lib"))) { return 'nothing built yet' }
  $since = (Get-Item $stampFile).LastWriteTimeUtc
  $places = @(Join-Path $Root 'pom.xml')
  foreach ($module in $modules) {
    foreach ($part in 'pom.xml', 'src\main', 'opa') {
      $place = Join-Path $Root "$module\$part"
      if (Test-Path $place) { $places += $place }
    }
  }
  foreach ($place in $places) {
    # A removed file shows as a changed folder.
    foreach ($item in @(Get-Item $place) + @(Get-ChildItem -Recurse -Force $place -ErrorAction SilentlyContinue)) {
      if ($item.LastWriteTimeUtc -gt $since) { return "$($item.FullName) is newer than the last build" }
    }
  }
  return $null
}

if (-not (Get-Reason)) { exit 0 }
New-Item -ItemType Directory -Force $stage | Out-Null
$lock = $null
$told = $false
while (-not $lock) {
  try { $lock = [IO.File]::Open((Join-Path $stage 'lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
  catch [IO.IOException] {
    if (-not $told) { Say 'another start is building; waiting for it'; $told = $true }
    Start-Sleep -Seconds 1
  }
}
try {
  $reason = Get-Reason
  if (-not $reason) { exit 0 }
  Say "$reason; building with JDK 25 in $Jdk"
  $began = [DateTime]::UtcNow
  $log = Join-Path $stage 'build.log'
  $libraries = Join-Path $Root 'installer\target\lib'
  if (Test-Path $libraries) { Remove-Item -Recurse -Force $libraries }
  $env:JAVA_HOME = $Jdk
  Push-Location $Root
  $ErrorActionPreference = 'Continue'
  & .\mvnw.cmd -B -ntp '-Djacoco.skip' '-Dspotless.check.skip' '-Denforcer.skip' process-classes 'jar:jar@default-jar' 2>&1 |
    ForEach-Object {
      Add-Content -Path $log -Value "$_"
      if ("$_" -match '^\[INFO\] Building Wayleave . (\S+).*(\[\d+/\d+\])') { Say "building $($Matches[1]) $($Matches[2])" }
    }
  $status = $LASTEXITCODE
  $ErrorActionPreference = 'Stop'
  Pop-Location
  if ($status -ne 0) {
    Select-String -Path $log -Pattern '^\[ERROR\]' | Select-Object -First 12 | ForEach-Object { [Console]::Error.WriteLine($_.Line) }
    Say "the build failed; the whole log is in $log"
    exit 2
  }
  # The classes are copied, so that a later build does not change jars under a running Wayleave.
  $name = (Get-Date -Format 'yyyyMMdd-HHmmss') + "-$PID"
  $run = Join-Path $stage $name
  New-Item -ItemType Directory -Force (Join-Path $run 'lib') | Out-Null
  foreach ($module in $modules) {
    Get-ChildItem (Join-Path $Root "$module\target\$module-*.jar") -ErrorAction SilentlyContinue |
      Where-Object { $_.Name -notmatch '-(tests|sources)\.jar$' } | Copy-Item -Destination $run
  }
  Copy-Item (Join-Path $libraries '*.jar') (Join-Path $run 'lib')
  Set-Content -NoNewline -Path $stampFile -Value $name
  # An edit during the build counts as newer.
  (Get-Item $stampFile).LastWriteTimeUtc = $began
  Get-ChildItem -Directory $stage | Where-Object { $_.Name -match '^\d{8}-\d{6}-' } | Sort-Object Name -Descending |
    Select-Object -Skip 2 | Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
} finally { $lock.Dispose() }
exit 0
