#!/usr/bin/env bash
# Installs, serves, upgrades and removes the Debian package in a clean Debian tree, and puts nginx and Caddy before it as the examples say:
# `package_trial.sh [--keep FOLDER] [--older PACKAGE] [PACKAGE]`, as root, with debootstrap and a Debian mirror in reach. Without a package
# `bin/package` makes one. The upgrade is from the older package; without one, from a database that is made to look older. It prints what it
# does, and ends with the first thing that is not as it should be.
set -euo pipefail
cd "$(dirname "$0")/../.."

tree= package= older=
while [ $# -gt 0 ]; do
  case $1 in
    --keep) tree=$2; shift 2 ;;
    --older) older=$2; shift 2 ;;
    *) package=$1; shift ;;
  esac
done
[ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null || { echo "wanted: root and debootstrap" >&2; exit 1; }

made=$(mktemp -d)
kept=$tree
[ -n "$tree" ] || tree=$made/tree
started=()
finish() {
  for id in "${started[@]}"; do kill "$id" 2>/dev/null || true; done
  umount "$tree/proc" 2>/dev/null || true
  rm -rf "$made"
}
trap finish EXIT
say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
must() { if "$@"; then echo "ok: $*"; else echo "NOT SO: $*" >&2; exit 1; fi; }
fails() { ! "$@" 2>/dev/null; }
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

if [ -z "$package" ]; then bin/package "$made"; package=$(ls "$made"/*.deb); fi
# The same program under a higher version.
mkdir -p "$made/next"
dpkg-deb -R "$package" "$made/next/files"
sed -i 's/^Version: .*/&+next/' "$made/next/files/DEBIAN/control"
echo "# A line of the newer version." >>"$made/next/files/etc/kindred/kindred.conf"
dpkg-deb --root-owner-group -Znone --build "$made/next/files" "$made/next.deb" >/dev/null
dpkg-deb --info "$package" | sed -n 's/^ \(Version\|Depends\|Installed-Size\)/\1/p'
ls -l "$package" | awk '{ print $5, "bytes" }'

if [ ! -e "$tree/etc/debian_version" ]; then
  say "a clean Debian tree"
  debootstrap --variant=minbase --include=ca-certificates,curl bookworm "$tree" >"$made/debootstrap.log" 2>&1 || { tail "$made/debootstrap.log"; exit 1; }
fi
cp /etc/resolv.conf "$tree/etc/resolv.conf"
mkdir -p "$tree/srv"
mountpoint -q "$tree/proc" || mount -t proc proc "$tree/proc"
# Nothing starts by itself in a tree without an init.
printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
chmod +x "$tree/usr/sbin/policy-rc.d"
inside apt-get update -qq
# A program that was built for development looks for the toolchain's libraries where they were.
ldd "$made/next/files/usr/lib/kindred/kindred" | awk '$3 ~ /swift/ { print $3 }' | while read -r library; do
  echo "not in the package, but put into the tree: $library"
  install -D "$library" "$tree$library"
done
cp "$package" "$tree/srv/one.deb"
cp "$made/next.deb" "$tree/srv/next.deb"

# A tree that was kept from another trial.
if inside dpkg -s kindred >/dev/null 2>&1; then inside apt-get purge -y -qq -o Dpkg::Use-Pty=0 kindred >/dev/null 2>&1; fi
say "install"
inside apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends /srv/one.deb 2>&1 | tail -n 4
must inside getent passwd kindred
must test "$(stat -c '%U %a' "$tree/var/lib/kindred" | sed "s/^$(stat -c %U "$tree/var/lib/kindred")/owner/")" = "owner 700"
must test "$(stat -c %a "$tree/etc/kindred/kindred.conf")" = 640
must test -e "$tree/lib/systemd/system/kindred.service"

say "serve, with settings of /etc/kindred/kindred.conf, as the user kindred"
port=$(free_port)
printf 'KINDRED_PORT=%s\nKINDRED_URL=https://forum.example.org\nKINDRED_TRUSTED_PROXIES=127.0.0.1\n' "$port" >>"$tree/etc/kindred/kindred.conf"
server=
serve() {
  chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin kindred serve >>"$made/serve.log" 2>&1 &
  server=$!
  started+=("$server")
  for _ in $(seq 300); do curl -sf -o /dev/null -H "Host: forum.example.org" "http://127.0.0.1:$port/readyz" && return; sleep 0.1; done
  cat "$made/serve.log"
  exit 1
}
stop() { kill -TERM "$server"; wait "$server" || true; }
ask() { curl -s -H "Host: forum.example.org" -H "X-Forwarded-Proto: https" "http://127.0.0.1:$port$1"; }
serve
must grep -q "set-up: open this link" "$made/serve.log"
must test "$(ps -o user= -p "$(pgrep -f '^/usr/lib/kindred/kindred serve' | head -n 1)" | tr -d ' ' | grep -c root)" = 0
inside kindred member add --name "Rosa Fenn" --email rosa@example.com --password "nine quiet herons 7" --role admin
ask / | grep -q "<title>" && echo "ok: the first page"

say "backup, verify and drill while it serves"
inside kindred backup /var/lib/kindred/kindred.tar
inside kindred verify /var/lib/kindred/kindred.tar
inside kindred drill /var/lib/kindred/kindred.tar

proxied() {
  say "$1 in front"
  local base=https://forum.example.org:$2 jar=$made/jar resolve="forum.example.org:$2:127.0.0.1"
  for _ in $(seq 100); do curl -sk -o /dev/null --resolve "$resolve" "$base/healthz" && break; sleep 0.1; done
  must test "$(curl -sk -o /dev/null -w '%{http_code}' --resolve "$resolve" "$base/")" = 200
  rm -f "$jar"
  must test "$(curl -sk -c "$jar" -o /dev/null -w '%{http_code}' --resolve "$resolve" -H 'Sec-Fetch-Site: same-origin' \
    -d email=rosa@example.com --data-urlencode 'password=nine quiet herons 7' "$base/sign-in")" = 303
  must grep -q __Host- "$jar"
  head -c 3000000 /dev/urandom >"$made/large"
  # Too large for a proxy's own measure, and no picture: Kindred says so, not the proxy.
  must test "$(curl -sk -b "$jar" -o /dev/null -w '%{http_code}' --resolve "$resolve" -H 'Sec-Fetch-Site: same-origin' \
    -F kind=question -F category=help -F title=Large -F body=Large -F tags= -F key=the-key-of-large -F "picture=@$made/large" "$base/ask")" = 422
  if [ -n "$(curl -sk -N -m 3 -b "$jar" --resolve "$resolve" "$base/notices/live" | head -c 20)" ]; then echo "ok: the bell rings through it"; else echo "the bell does not ring" >&2; exit 1; fi
}

inside apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends nginx-light caddy openssl >"$made/proxies.log" 2>&1 || tail "$made/proxies.log"
near=$(free_port)
sed -e "s/127.0.0.1:8080/127.0.0.1:$port/" -e "s/listen 443 ssl http2;/listen 127.0.0.1:$near ssl http2;/" -e '/listen \[::\]/d' \
  -e "s/listen 80;/listen 127.0.0.1:$(free_port);/" -e 's|/etc/letsencrypt/live/forum.example.org/fullchain.pem|/srv/cert.pem|' \
  -e 's|/etc/letsencrypt/live/forum.example.org/privkey.pem|/srv/key.pem|' "$tree/usr/share/doc/kindred/examples/nginx.conf" >"$tree/etc/nginx/sites-enabled/kindred"
rm -f "$tree/etc/nginx/sites-enabled/default"
inside openssl req -x509 -newkey rsa:2048 -nodes -keyout /srv/key.pem -out /srv/cert.pem -days 2 -subj /CN=forum.example.org 2>/dev/null
must inside nginx -q -t
chroot "$tree" /usr/sbin/nginx -g 'daemon off;' >>"$made/nginx.log" 2>&1 &
started+=($!)
proxied nginx "$near"

far=$(free_port)
{ printf '{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n\thttp_port %s\n}\n' "$(free_port)"
  sed -e "s/127.0.0.1:8080/127.0.0.1:$port/" -e "s/^forum.example.org {/forum.example.org:$far {/" "$tree/usr/share/doc/kindred/examples/Caddyfile"; } >"$tree/etc/caddy/Caddyfile"
must inside caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile >/dev/null 2>&1
chroot "$tree" env -i PATH=/usr/bin HOME=/srv /usr/bin/caddy run --config /etc/caddy/Caddyfile --adapter caddyfile >>"$made/caddy.log" 2>&1 &
started+=($!)
proxied Caddy "$far"

say "upgrade with data: what an older version left is put into a backup, then changed"
stop
migration=0023_erasures
if [ -n "$older" ]; then
  cp "$older" "$tree/srv/older.deb"
  inside apt-get purge -y -qq -o Dpkg::Use-Pty=0 kindred >/dev/null 2>&1
  inside apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends /srv/older.deb 2>&1 | tail -n 1
  printf 'KINDRED_PORT=%s\nKINDRED_URL=https://forum.example.org\nKINDRED_TRUSTED_PROXIES=127.0.0.1\n' "$port" >>"$tree/etc/kindred/kindred.conf"
  serve
  inside kindred member add --name "Rosa Fenn" --email rosa@example.com --password "nine quiet herons 7" --role admin
  inside dpkg-query -W kindred
  stop
  migration=[0-9]
  : >"$made/serve.log"
else
python3 - "$tree/var/lib/kindred/kindred.sqlite" <<'END'
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as data:
    data.executescript("DROP TABLE erasure; DELETE FROM migration WHERE name = '0023_erasures'")
END
fi
inside apt-get install -y -qq -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confold /srv/next.deb 2>&1 | tail -n 3
must grep -q "KINDRED_PORT=$port" "$tree/etc/kindred/kindred.conf"
serve
grep -o "migration=[^ ]*" "$made/serve.log" | tr '\n' ' '
must grep -q "migration=$migration" "$made/serve.log"
before=$(cd "$tree/var/lib/kindred/backups" && ls)
echo "made: $before"
must inside kindred verify "/var/lib/kindred/backups/$before"
must test "$(curl -s -o /dev/null -w '%{http_code}' -H 'Host: forum.example.org' -H 'X-Forwarded-Proto: https' -H 'Sec-Fetch-Site: same-origin' \
  -d email=rosa@example.com --data-urlencode 'password=nine quiet herons 7' "http://127.0.0.1:$port/sign-in")" = 303
stop
inside kindred check

say "remove, and install again: data stays"
inside apt-get remove -y -qq -o Dpkg::Use-Pty=0 kindred 2>&1 | tail -n 2
must test -e "$tree/var/lib/kindred/kindred.sqlite"
must fails inside sh -c "command -v kindred"
inside apt-get install -y -qq -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confold /srv/next.deb 2>&1 | tail -n 2
inside kindred check | tail -n 3

say "purge: everything goes, and it says so"
inside apt-get purge -y -qq -o Dpkg::Use-Pty=0 kindred 2>&1 | tail -n 2
must test ! -e "$tree/var/lib/kindred"
must test ! -e "$tree/etc/kindred"
must fails inside getent passwd kindred

say "all as it should be"
