#!/bin/sh
# Makes sure that Chromium is here for the browser tests: a missing browser fails, it does not skip.
# The shell is Chromium without windows: the tests take a third less time in it, so it is installed even beside
# Chromium. Where it can't be had, Chromium serves.
set -eu
shell=chromium-headless-shell
if command -v "$shell" >/dev/null 2>&1; then exit 0; fi
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
export DEBIAN_FRONTEND=noninteractive
install() { $as_root apt-get install -qq -y --no-install-recommends "$1" >/dev/null 2>&1; }
if command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; then
  echo "Installing $shell by apt-get"
  install "$shell" || { $as_root apt-get update -qq -o Acquire::http::Timeout=20 && install "$shell"; } || true
  if command -v "$shell" >/dev/null 2>&1; then exit 0; fi
fi
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1 && install chromium; then exit 0; fi
echo "The browser tests need Chromium, and it could not be installed here: install it and try again." >&2
exit 1
