#!/bin/sh
# Installs what a folder beside this file locks into .node/, and Node itself by apt-get where it is missing.
# Usage: node.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target="$here/../.node/$1"
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  echo "Node is missing: installing it by apt-get"
  export DEBIAN_FRONTEND=noninteractive
  if ! { command -v apt-get >/dev/null 2>&1 && $as_root apt-get update -qq &&
    $as_root apt-get install -qq -y --no-install-recommends nodejs npm >/dev/null; }; then
    echo "The checks of HTML need Node 18 or newer with npm, and it could not be installed here: install it and try again." >&2
    exit 1
  fi
fi
if cmp -s "$here/$1/package-lock.json" "$target/installed.json"; then exit 0; fi
rm -rf "$target"
mkdir -p "$target"
cp "$here/$1/package.json" "$here/$1/package-lock.json" "$target"
(cd "$target" && npm ci --ignore-scripts --no-audit --no-fund --silent)
cp "$target/package-lock.json" "$target/installed.json"
