#!/bin/sh
# A role and a database per service, none may enter another's. Repeatable: makes what is missing
# and sets the passwords to those of the environment. Connects by PGHOST, PGUSER and PGPASSWORD.
set -eu

for service in gateway ledger billing pricing sync; do
    variable="OWC_DATABASE_PASSWORD_$(echo "$service" | tr a-z A-Z)"
    psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --dbname postgres \
        -v name="owc_$service" -v password="$(printenv "$variable")" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
