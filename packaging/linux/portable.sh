#!/bin/sh
# Starts Plumbline from this folder. Settings, copies and the demo are kept here too, in "kept", and not on the computer.
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
PLUMBLINE_HOME=${PLUMBLINE_HOME:-$here/kept}
export PLUMBLINE_HOME
exec "$here/program/plumbline" "$@"
