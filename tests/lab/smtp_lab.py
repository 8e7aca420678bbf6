#!/usr/bin/python3
"""smtp_lab.py CERTIFICATE KEY FOLDER USER PASSWORD [plain|tls]: a loopback SMTP server on a free port, with STARTTLS and AUTH required.

Prints "ready PORT". Each message becomes one .eml file in FOLDER before it is acknowledged. A recipient that begins with "reject" gets 550,
"defer" 451, "stall" no answer at all; the word REJECT-CONTENT in a message gets 554. "plain" offers no STARTTLS, "tls" is TLS from the first byte.
Every command is written to FOLDER/commands.log. Ends when its standard input ends, so that it never outlives the tests.
"""
import asyncio
import pathlib
import ssl
import sys
import time

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

certificate, key, folder, user, password = sys.argv[1:6]
mode = sys.argv[6] if len(sys.argv) > 6 else "starttls"
out = pathlib.Path(folder)
count = 0


def authenticate(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and data.login == user.encode() and data.password == password.encode()
    return AuthResult(success=right, handled=False)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("reject"):
            return "550 5.1.1 no such user"
        if address.startswith("defer"):
            return "451 4.7.1 try again later"
        if address.startswith("stall"):
            await asyncio.Event().wait()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global count
        if b"REJECT-CONTENT" in envelope.content:
            return "554 5.7.1 message refused"
        count += 1
        draft = out / f".{count}.tmp"
        draft.write_bytes(envelope.content)
        draft.rename(out / f"{time.time_ns()}-{count}.eml")
        return "250 2.0.0 queued"


class Lab(SMTP):
    async def smtp_RCPT(self, arg):
        self.note("RCPT")
        return await super().smtp_RCPT(arg)

    async def smtp_AUTH(self, arg):
        self.note("AUTH")
        return await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg):
        self.note("MAIL")
        return await super().smtp_MAIL(arg)

    def note(self, command):
        tls = "tls" if self.session.ssl or mode == "tls" else "clear"
        with open(out / "commands.log", "a", encoding="ascii") as log:
            log.write(f"{command} {tls}\n")


def server(loop, tls):
    common = dict(hostname="smtp.lab.test", enable_SMTPUTF8=True, loop=loop)
    if mode == "starttls":
        return Lab(Handler(), tls_context=tls, require_starttls=True, authenticator=authenticate, auth_required=True, **common)
    return Lab(Handler(), authenticator=authenticate, auth_required=mode == "tls", auth_require_tls=False, **common)


async def main():
    loop = asyncio.get_running_loop()
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, key)
    listener = await loop.create_server(lambda: server(loop, tls), "127.0.0.1", 0, ssl=tls if mode == "tls" else None)
    print("ready", listener.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    loop.add_reader(sys.stdin, lambda: ended.set() if not sys.stdin.buffer.read1(1) else None)
    await ended.wait()


asyncio.run(main())
