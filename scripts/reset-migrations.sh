#!/bin/sh
# Makes the first migration of both engines anew. Only until the first release: afterwards migrations are added, never remade.
set -eu
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
# The snapshots of the model are written beside the namespace, not beside the migrations: an old one would make an empty first migration.
rm -rf src/Patrin/Platform/Data/Migrations src/Patrin/Patrin/Platform/Data/Migrations
dotnet build -m:1 src/Patrin -v q --nologo
for engine in Sqlite Postgres; do
  dotnet ef migrations add Initial --no-build --project src/Patrin --context "${engine}DbContext" \
    --output-dir "Platform/Data/Migrations/$engine" --namespace "Patrin.Platform.Data.Migrations.$engine"
done
