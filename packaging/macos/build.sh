#!/usr/bin/env bash
# Builds and proves Plumbline.app and its disk image: run on a Mac in the project's folder, with Python 3.11 or later.
#   SIGN_AS="Developer ID Application: NAME (TEAM)"  signs with the hardened runtime; without it the app is unsigned
#   NOTARY_PROFILE=NAME                               hands the image to the notary (a profile kept by notarytool)
set -euo pipefail
cd "$(dirname "$0")/../.."

python3 packaging/build.py folder --out dist
app=dist/Plumbline.app
QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/plumbline" self-test

if [ -n "${SIGN_AS:-}" ]; then
    codesign --force --deep --options runtime --timestamp \
        --entitlements packaging/macos/entitlements.plist --sign "$SIGN_AS" "$app"
    codesign --verify --strict --verbose=2 "$app"
fi

version=$("$app/Contents/MacOS/plumbline" --version | awk '{print $NF}')
image="dist/plumbline-$version-macos-$(uname -m).dmg"
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cp -R "$app" "$room/"
ln -s /Applications "$room/Applications"
hdiutil create -volname Plumbline -srcfolder "$room" -ov -format UDZO "$image"

if [ -n "${SIGN_AS:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
