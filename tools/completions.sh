#!/bin/sh
# completions.sh FOLDER: writes what shells complete xref's commands and flags by.
set -eu
folder=${1:?a folder}
mkdir -p "$folder"
program=$(mktemp -d)
trap 'rm -rf "$program"' EXIT
CGO_ENABLED=0 go build -o "$program/xref" ./cmd/xref
"$program/xref" completion bash > "$folder/xref.bash"
"$program/xref" completion zsh > "$folder/_xref"
"$program/xref" completion fish > "$folder/xref.fish"
"$program/xref" completion powershell > "$folder/xref.ps1"
