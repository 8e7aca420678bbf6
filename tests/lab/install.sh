#!/usr/bin/env bash
# install.sh PART : sees to it that a real part that tests need is there, installing what is missing from Debian and npm when it may.
# Parts: smtp, python, chromium, openssl, node, schema, playground (Microsoft's local Teams client), axe (rules of accessibility), slack (its own libraries), teams (the types
# of its cards).
# Ends with 0 when the part is there, else with 3 and the reason on the last line.
set -uo pipefail
part=${1:?which part}
here=$(cd "$(dirname "$0")" && pwd)

missing() { echo "$1"; exit 3; }

# One installation at a time, also when several test projects run at once.
exec 9<"$here/install.sh"
flock -w 540 9 || missing "another installation did not end"

apt() {
  command -v apt-get >/dev/null || missing "$part needs the Debian package(s) $*, and there is no apt-get here"
  [ "$(id -u)" = 0 ] || missing "$part needs the Debian package(s) $*, and only root may install them"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2 && return
  apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2 || missing "the Debian package(s) $* could not be installed"
}

node_part() { command -v node >/dev/null && command -v npm >/dev/null || apt nodejs npm; }

# The packages of tests/lab/PART/package-lock.json, with exact versions.
npm_part() {
  node_part
  cd "$here/$part"
  cmp -s package-lock.json node_modules/.installed-from && return
  npm ci --no-audit --no-fund --loglevel=error >&2 || missing "the npm packages of tests/lab/$part could not be installed"
  cp package-lock.json node_modules/.installed-from
}

case $part in
  smtp) /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || apt python3 python3-aiosmtpd ;;
  python) [ -x /usr/bin/python3 ] || apt python3 ;;
  chromium) command -v chromium >/dev/null || apt chromium ;;
  openssl) command -v openssl >/dev/null || apt openssl ;;
  node) node_part ;;
  schema | playground | axe | slack | teams) npm_part ;;
  *) missing "there is no part $part" ;;
esac
echo "$part is there"
