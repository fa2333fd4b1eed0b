#!/bin/sh
# Makes the first migration of both engines anew. Only until the first release: afterwards migrations are added, never remade.
set -eu
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
# An old snapshot of the model would make an empty first migration.
rm -rf src/Patrin/Platform/Data/Migrations src/Patrin/Patrin
dotnet build -m:1 src/Patrin -v q --nologo
for engine in Sqlite Postgres; do
  dotnet ef migrations add Initial --no-build --project src/Patrin --context "${engine}DbContext" \
    --output-dir "Platform/Data/Migrations/$engine" --namespace "Patrin.Platform.Data.Migrations.$engine"
  # The tool writes a first snapshot beside the namespace (src/Patrin/Patrin), not beside its migration.
  mv "src/Patrin/Patrin/Platform/Data/Migrations/$engine/"*.cs "src/Patrin/Platform/Data/Migrations/$engine/"
done
rm -rf src/Patrin/Patrin
