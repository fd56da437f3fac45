# Builds and proves the Windows installer: run in the project's folder, with Python 3.11+ and Inno Setup 6 installed.
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true

python packaging\build.py folder --out dist

& dist\plumbline\plumbline-cli.exe self-test
if ($LASTEXITCODE -ne 0) { throw "The self-test of the built program failed." }

$version = (& dist\plumbline\plumbline-cli.exe --version).Split(" ")[-1]
$iscc = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe"
& $iscc packaging\windows\plumbline.iss "/DVersion=$version"
if ($LASTEXITCODE -ne 0) { throw "Inno Setup failed." }

# For one person and without questions, then the same proof where it was installed.
$setup = "dist\plumbline-$version-windows-setup.exe"
$target = Join-Path $env:TEMP "plumbline-installed"
Start-Process $setup -ArgumentList "/VERYSILENT", "/CURRENTUSER", "/SUPPRESSMSGBOXES", "/NORESTART", "/DIR=`"$target`"" -Wait
& (Join-Path $target "plumbline-cli.exe") self-test
if ($LASTEXITCODE -ne 0) { throw "The self-test of the installed program failed." }
Write-Output $setup
