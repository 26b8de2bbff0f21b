#!/bin/sh
# First start of an empty PostgreSQL: a role and a database per service, none may enter another's.
set -eu

for service in gateway ledger billing pricing sync; do
    psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
        -v name="owc_$service" -v password="$(printenv "OWC_DATABASE_PASSWORD_$(echo "$service" | tr a-z A-Z)")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
