#!/bin/bash
# Runs all tests and ends with one line: N passed, N failed, N skipped.
# Installs Chromium (browser tests) and PostgreSQL (second engine) through the system's package manager when they are
# missing and we may; otherwise those groups are skipped and named.
set -u
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need() { # need WHAT PACKAGE... : install when root and apt-get are there, else say what will be skipped
  local what=$1; shift
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $what: $*"
    # The server's own cluster is not wanted: tests start one of their own.
    [ -e /etc/postgresql-common/createcluster.conf ] || { mkdir -p /etc/postgresql-common; echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf; }
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } </dev/null >/tmp/patrin-apt.log 2>&1 \
      || echo "Could not install $what (see /tmp/patrin-apt.log): its tests are skipped."
  else
    echo "No $what and no right to install it: its tests are skipped."
  fi
}

command -v chromium >/dev/null || command -v google-chrome >/dev/null || [ -n "${PATRIN_TEST_CHROMIUM:-}" ] || need "Chromium (browser tests)" chromium fonts-noto-core
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || [ -n "${PATRIN_TEST_POSTGRES:-}" ] || need "PostgreSQL (tests on the second engine)" postgresql
command -v strace >/dev/null || [ "$(uname)" != Linux ] || need "strace (tests of power cuts and of a disk that turns read-only)" strace

out=$(mktemp)
dotnet build Patrin.slnx -nodeReuse:false -v q </dev/null || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
# A run of over 40 minutes hangs: it is ended, counts as one failure, and the log names the tests that were still running.
timeout -k 30 2400 dotnet test --no-build --no-ansi --no-progress --max-parallel-test-modules 1 </dev/null 2>&1 | tee "$out"
status=${PIPESTATUS[0]}
[ "$status" -lt 124 ] || printf 'failed the run did not end within 40 minutes\n  failed: 1\n' | tee -a "$out"
# The names of what failed stand at the end, where the reader of a long log looks.
grep -a '^failed ' "$out"
awk '/^ *succeeded:/{p=$2} /^ *failed:/{f=$2} /^ *skipped:/{s=$2} END{printf "%d passed, %d failed, %d skipped\n", p, f, s; exit !(p > 0)}' "$out" || status=1
rm -f "$out"
exit "$status"
