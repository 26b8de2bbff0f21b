#!/bin/sh
# Write .env for docker compose with generated secrets. It never replaces a file that is there.
set -eu
cd "$(dirname "$0")/.."

target=${1:-.env}
if [ -e "$target" ]; then
    echo "$target is there already; nothing was changed" >&2
    exit 1
fi

random() { od -An -N "$1" -tx1 /dev/urandom | tr -d ' \n'; }

umask 077
cat > "$target" <<EOF
# Secrets of this installation. Keep the file private and in the backup.
OWC_INTERNAL_SECRET=$(random 32)
OWC_SECRET_KEY=$(random 32)
OWC_CREDITS_API_KEY=owc_env.$(random 24)
OWC_ADMIN_USERNAME=admin
OWC_ADMIN_PASSWORD=$(random 10)
POSTGRES_PASSWORD=$(random 24)
REDIS_PASSWORD=$(random 24)
OWC_DATABASE_PASSWORD_GATEWAY=$(random 24)
OWC_DATABASE_PASSWORD_LEDGER=$(random 24)
OWC_DATABASE_PASSWORD_BILLING=$(random 24)
OWC_DATABASE_PASSWORD_PRICING=$(random 24)
OWC_DATABASE_PASSWORD_SYNC=$(random 24)

# Your Open WebUI, as the containers reach it, and an API key of one of its administrators.
OWC_OPENWEBUI_URL=
OWC_OPENWEBUI_API_KEY=

# Where the gateway is published. Put a TLS proxy in front before it is anything but loopback.
PORT=8000
BIND=127.0.0.1
EOF
echo "wrote $target"
