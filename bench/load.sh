#!/bin/bash
# Requests per second of Patrin's pages beside a bare Razor page of the same size, one after the other on the same machine.
# Needs wrk and curl. Usage: bench/load.sh [seconds]. Figures go to docs/performance.md by hand, with the machine.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-10}
data=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$data"' EXIT
for project in src/Patrin bench/Patrin.Benchmarks; do dotnet build -c Release -v q --nologo -m:1 "$project"; done
# A Debug build of the framework's parts would measure something else: run the Release programs themselves.
dotnet src/Patrin/bin/Release/net10.0/patrin.dll --demo --data "$data" --urls http://127.0.0.1:5101 >"$data/log" 2>&1 &
dotnet "$(ls bench/Patrin.Benchmarks/bin/Release/net10.0/{*/,}Patrin.Benchmarks.dll 2>/dev/null | head -1)" bare --urls http://127.0.0.1:5102 >/dev/null 2>&1 &
for _ in $(seq 120); do curl -sf http://127.0.0.1:5101/en/places >/dev/null && curl -sf http://127.0.0.1:5102/bare >/dev/null && break; sleep 0.5; done

rps() { wrk -t1 -c16 -d"${seconds}s" "$1" | awk '/Requests\/sec/{r=$2} /Non-2xx/{e=$NF} END{print r, e ? "errors " e : ""}'; }
bytes() { curl -s "$1" | wc -c; }
rows_for() { # rows of the bare page that come nearest to a size
  local one two; one=$(bytes "http://127.0.0.1:5102/bare?rows=100"); two=$(bytes "http://127.0.0.1:5102/bare?rows=200")
  echo $(( ($1 - (2 * one - two)) * 100 / (two - one) ))
}
printf '%-34s %10s %10s %12s %8s\n' page bytes rps 'bare rps' share
for path in /en/ /en/places /en/places/samokov /en/places/cluj /en/places/map /en/twinning; do
  url=http://127.0.0.1:5101$path
  curl -sf "$url" >/dev/null || { echo "$path: not there"; continue; }
  size=$(bytes "$url"); bare="http://127.0.0.1:5102/bare?rows=$(rows_for "$size")"
  wrk -t1 -c16 -d3s "$url" >/dev/null; wrk -t1 -c16 -d3s "$bare" >/dev/null
  a=$(rps "$url"); b=$(rps "$bare")
  printf '%-34s %10s %10s %12s %8s\n' "$path" "$size" "$a" "$b" "$(awk -v a="${a%% *}" -v b="${b%% *}" 'BEGIN{printf "%.2f", a/b}')"
done
