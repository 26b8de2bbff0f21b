#!/usr/bin/env bash
# Acceptance against a real Open WebUI: installs it on first use (about 2 minutes, 3 GB), then runs
# the suite, which starts Open WebUI, a model provider and the credit system on free loopback ports
# and stops all of them. Arguments go to pytest, e.g. tests/openwebui/run.sh -k stop
#   OWUI_VENV            where Open WebUI is, or will be, installed (default ~/.cache/owui/venv)
#   OWUI_PYTHON          interpreter for it (default python3; Open WebUI needs 3.11 or 3.12)
#   CREDITS_CREDENTIALS  credentials.env of a credit system that runs already and knows this Open WebUI
set -euo pipefail
cd "$(dirname "$0")/../.."
VERSION=0.12.4 TORCH=2.13.0
export OWUI_VENV=${OWUI_VENV:-$HOME/.cache/owui/venv}
installed() { "$OWUI_VENV/bin/python" -c 'from importlib.metadata import version as v; print(v("open-webui"))' 2>/dev/null || true; }
if [ "$(installed)" != "$VERSION" ]; then
  echo "Installing Open WebUI $VERSION into $OWUI_VENV"
  [ -x "$OWUI_VENV/bin/python" ] || "${OWUI_PYTHON:-python3}" -m venv "$OWUI_VENV"
  "$OWUI_VENV/bin/pip" install --quiet "torch==$TORCH"  # first, or pip also fetches the GPU libraries
  "$OWUI_VENV/bin/pip" install --quiet "open-webui==$VERSION"
fi
[ -x .venv/bin/pytest ] || make --no-print-directory install
exec .venv/bin/pytest tests/openwebui -o "norecursedirs=.venv .hypothesis" -o timeout=600 -v "$@"
