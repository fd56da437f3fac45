; Inno Setup script: installs for one person, without administrator rights.
; Build the folder first (python packaging\build.py folder --out dist), then: iscc packaging\windows\plumbline.iss /DVersion=1.2.3

#ifndef Version
  #error Give the version: iscc plumbline.iss /DVersion=1.2.3
#endif

[Setup]
AppId={{6E1C2B54-0E0D-4E7B-9E9B-1B8C7C4B5A52}
AppName=Plumbline
AppVersion={#Version}
AppPublisher=The Plumbline authors
DefaultDirName={localappdata}\Programs\Plumbline
DefaultGroupName=Plumbline
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=..\..\dist
OutputBaseFilename=plumbline-{#Version}-windows-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
SetupIconFile=..\..\dist\plumbline.ico
UninstallDisplayIcon={app}\plumbline.exe
LicenseFile=..\..\LICENSE
ChangesAssociations=yes
CloseApplications=yes

[Files]
Source: "..\..\dist\plumbline\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\Plumbline"; Filename: "{app}\plumbline.exe"
Name: "{userdesktop}\Plumbline"; Filename: "{app}\plumbline.exe"; Tasks: desktop

[Tasks]
Name: desktop; Description: "Put an icon on the desktop"; Flags: unchecked

[Registry]
Root: HKCU; Subkey: "Software\Classes\.plumbline"; ValueType: string; ValueData: "Plumbline.Review"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Plumbline.Review"; ValueType: string; ValueData: "Plumbline review"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Plumbline.Review\DefaultIcon"; ValueType: string; ValueData: "{app}\plumbline.exe,0"
Root: HKCU; Subkey: "Software\Classes\Plumbline.Review\shell\open\command"; ValueType: string; ValueData: """{app}\plumbline.exe"" ""%1"""

; Nothing of the person's is removed: review files, copies and settings stay where they are.
[Run]
Filename: "{app}\plumbline.exe"; Description: "Open Plumbline"; Flags: nowait postinstall skipifsilent
