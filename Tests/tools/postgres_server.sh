#!/usr/bin/env bash
# A PostgreSQL server of the tests' own: `postgres_server.sh start FOLDER [ADDRESS]` makes it in an empty folder, on a free port, and prints
# where it is; `restart FOLDER` ends it as a crash does and starts it again; `stop FOLDER` ends it. It does not wait for the disk, since no
# test cuts the power; POSTGRES_OPTIONS, such as `-c fsync=on`, has the last word.
set -euo pipefail
folder=$2
for bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) ""; do
  [ -z "$bin" ] || [ -x "$bin/initdb" ] && break
done
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")

# The server refuses to be root; the package brings a user of its own.
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

case $1 in
  start)
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    host=${3:-127.0.0.1}
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    cd /
    trap 'cat "$folder/log" "$folder/server.log" >&2 || true' ERR
    as_owner "$bin/initdb" -D "$folder/data" -U kindred -A trust -E UTF8 --locale=C.UTF-8 -N >"$folder/log" 2>&1
    echo "host all all 0.0.0.0/0 trust" >>"$folder/data/pg_hba.conf"
    as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w start >>"$folder/log" 2>&1 -o \
      "-p $port -k $folder -c listen_addresses=$host -c max_connections=1500 -c fsync=off ${POSTGRES_OPTIONS:-}"
    trap - ERR
    echo "postgres://kindred@$host:$port/postgres"
    ;;
  restart) cd / && as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w restart >/dev/null 2>&1 ;;
  stop) cd / && as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 ;;
esac
