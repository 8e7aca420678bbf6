#!/usr/bin/env bash
# Measures ResetBot: bash bench/run.sh turns|stored|stages|slack [SECONDS] [ROUNDS]. Needs wrk, nginx and (for turns and slack) Node.js; as root on Debian it installs the first two.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in wrk nginx; do
  command -v $tool >/dev/null || { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk nginx-light >/dev/null; }
done
peer=artifacts/bench/peer
if [ "${1:-turns}" = turns ] && [ ! -d $peer/node_modules/botbuilder-dialogs ]; then
  mkdir -p $peer
  (cd $peer && echo '{"private":true}' > package.json && npm install --no-audit --no-fund --ignore-scripts --silent botbuilder@4.23.3 botbuilder-dialogs@4.23.3 express@4)
fi
bolt=artifacts/bench/bolt
if [ "${1:-turns}" = slack ] && [ ! -d $bolt/node_modules/@slack/bolt ]; then
  mkdir -p $bolt
  (cd $bolt && echo '{"private":true}' > package.json && npm install --no-audit --no-fund --ignore-scripts --silent @slack/bolt@5.1.0)
fi
dotnet build ResetBot.sln -c Release -v q --nologo
exec dotnet run -c Release --no-build --project bench/ResetBot.Benchmarks -- "${@:-turns}"
