"""A mail server for the tests, with one fault: python smtp_server.py MODE FOLDER [PORT]

Prints "port N" and serves until its standard input ends. What it takes is written to FOLDER/taken.jsonl, one message a line.
"""
import asyncio
import json
import os
import socket
import ssl
import subprocess
import sys
import threading
import warnings

MODE, FOLDER = sys.argv[1], sys.argv[2]
warnings.simplefilter("ignore")


def keep(envelope):
    with open(os.path.join(FOLDER, "taken.jsonl"), "a", encoding="ascii") as file:
        taken = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "content": envelope.content.decode("latin-1")}
        file.write(json.dumps(taken) + "\n")
        file.flush()
        os.fsync(file.fileno())


async def dawdle():
    """A server that answers everything, in its own time."""
    if MODE == "slow":
        await asyncio.sleep(0.4)


class Handler:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        with open(os.path.join(FOLDER, "ehlo"), "w", encoding="ascii") as file:
            file.write(hostname)
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        await dawdle()
        if MODE == "554-sender":
            return "554 5.7.1 not from you"
        if MODE == "530-sender":
            return "530 5.7.0 sign in first"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        await dawdle()
        if MODE == "450-recipient":
            return "450 4.2.0 mailbox busy\x1b[31m"
        if MODE == "550-recipient":
            return "550 5.1.1 nobody here by that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await dawdle()
        if MODE == "451-message":
            return "451 4.3.0 try again later"
        if MODE == "554-message":
            return "554 5.6.0 we do not like it"
        if MODE == "421-message":
            return "421 4.3.2 going down"
        keep(envelope)
        if MODE == "drop-before-reply":
            server.transport.abort()
            return "250 never seen"
        if MODE == "silent-after-message":
            await asyncio.Event().wait()
        if MODE == "odd-reply":
            return "354 go on"
        return "250-2.0.0 taken\r\n250 2.0.0 as 42"

    async def handle_QUIT(self, server, session, envelope):
        await dawdle()
        if MODE == "drop-at-quit":
            server.transport.abort()
        if MODE == "silent-at-quit":
            await asyncio.Event().wait()
        return "221 Bye"


def authenticate(server, session, envelope, mechanism, data):
    from aiosmtpd.smtp import AuthResult
    good = data.login == b"ana" and data.password == "p@ss:w/rd?".encode()
    return AuthResult(success=good, handled=False)


def certificate():
    pem = os.path.join(FOLDER, "authority.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost", "-keyout", os.path.join(FOLDER, "key.pem"), "-out", pem],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, os.path.join(FOLDER, "key.pem"))
    return context


def plain(listener):
    """Servers so broken that no library makes them."""
    connections = []
    while True:
        connection, _ = listener.accept()
        connections.append(connection)
        if MODE == "silent":
            continue
        if MODE == "turned-away":
            connection.sendall(b"554 5.3.2 no service for you\r\n")
            continue
        lines = connection.makefile("rb")
        connection.sendall(b"220 test\r\n")
        for line in lines:
            verb = line.split()[0].upper()
            if verb == b"DATA":
                if MODE == "drop-at-data":
                    connection.shutdown(socket.SHUT_RDWR)
                    break
                connection.sendall(b"354 go on\r\n")
                connection.recv(1024)
                # Unread bytes and no lingering: the other side is told at once that nobody reads.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                lines.close()
                connection.close()
                break
            connection.sendall(b"250 OK\r\n")


def main():
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", int(sys.argv[3]) if len(sys.argv) > 3 else 0))
    port = listener.getsockname()[1]
    if MODE == "refuse-connection":
        pass  # bound but not listening
    elif MODE in ("silent", "turned-away", "drop-at-data", "drop-during-message"):
        listener.listen()
        threading.Thread(target=plain, args=(listener,), daemon=True).start()
    else:
        from aiosmtpd.smtp import SMTP
        settings = {"hostname": "test", "decode_data": False, "enable_SMTPUTF8": False, "data_size_limit": 1 << 24}
        context = None
        if MODE == "sign-in":
            settings |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": False}
        if MODE == "starttls":
            settings |= {"tls_context": certificate(), "require_starttls": True}
        if MODE == "tls":
            context = certificate()
        listener.listen()
        loop = asyncio.new_event_loop()

        async def serve():
            await loop.create_server(lambda: SMTP(Handler(), loop=loop, **settings), sock=listener, ssl=context)

        loop.run_until_complete(serve())
        threading.Thread(target=loop.run_forever, daemon=True).start()
    print(f"port {port}", flush=True)
    sys.stdin.read()


main()
