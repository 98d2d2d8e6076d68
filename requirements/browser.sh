#!/bin/sh
# Makes sure that Chromium is here for the browser tests: a missing browser fails, it does not skip.
set -eu
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null 2>&1; then
  echo "Chromium is missing: installing it by apt-get"
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get update -qq || true
  # The shell is Chromium without windows, smaller and faster; not every system has it.
  for name in chromium-headless-shell chromium; do
    if $as_root apt-get install -qq -y --no-install-recommends "$name" >/dev/null; then exit 0; fi
  done
fi
echo "The browser tests need Chromium, and it could not be installed here: install it and try again." >&2
exit 1
