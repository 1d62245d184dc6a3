#!/bin/sh
# release.sh FOLDER: builds the archives of a release for every system, with their
# checksums, as .goreleaser.yaml says. The same sources give the same archives.
set -eu
folder=${1:?a folder}
cd "$(dirname "$0")/.."
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
version=$(git describe --tags --always --dirty 2>/dev/null || echo dev)
version=${version#v}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tools/completions.sh "$work/common/completions"
mkdir -p "$work/common/man"
cp docs/man/*.1 "$work/common/man/"
cp LICENSE NOTICE README.md CHANGELOG.md "$work/common/"

archive() { # FOLDER FILE: all that is in the folder, in one order and without the time
  (cd "$1" && find . -type f | LC_ALL=C sort | tar --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - -T - | gzip -n > "$2")
}

for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do
  system=${target%/*} processor=${target#*/}
  name=xref_${version}_${system}_${processor}
  rm -rf "$work/one"
  cp -r "$work/common" "$work/one"
  program=xref
  [ "$system" != windows ] || program=xref.exe
  CGO_ENABLED=0 GOOS=$system GOARCH=$processor go build -trimpath -ldflags "-s -w" -o "$work/one/$program" ./cmd/xref
  if [ "$system" = windows ] && command -v zip >/dev/null; then
    rm -f "$folder/$name.zip"
    (cd "$work/one" && find . -type f -exec touch -d @315532800 {} + && find . -type f | LC_ALL=C sort | TZ=UTC zip -qX "$folder/$name.zip" -@)
  else
    archive "$work/one" "$folder/$name.tar.gz"
  fi
  echo "$name"
done
(cd "$folder" && sha256sum xref_* > checksums.txt)
