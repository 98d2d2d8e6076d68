#!/bin/sh
# Makes sure that Chromium is here for the browser tests: a missing browser fails, it does not skip.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null 2>&1; then
  echo "Chromium is missing: installing it by apt-get"
  export DEBIAN_FRONTEND=noninteractive
  if $as_root apt-get update -qq && $as_root apt-get install -qq -y --no-install-recommends chromium >/dev/null; then exit 0; fi
fi
echo "The browser tests need Chromium, and it could not be installed here: install it and try again." >&2
exit 1
