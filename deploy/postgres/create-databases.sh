#!/bin/sh
# A role and a database per service, none may enter another's. Repeatable: makes what is missing
# and sets the passwords to those of the files. Connects by PGHOST and PGUSER.
set -eu
secrets=/run/secrets
PGPASSWORD=$(cat "$secrets/superuser")
export PGPASSWORD

for service in gateway ledger billing pricing sync; do
    # Through stdin, because a password in the command line is public on the host.
    { printf "\\set password '%s'\n" "$(sed "s/[\\\\']/\\\\&/g" "$secrets/$service")"; cat <<'SQL'; } |
SELECT format('CREATE ROLE %I LOGIN', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
        psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --dbname postgres -v name="owc_$service"
done
