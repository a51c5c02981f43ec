"""A mail server for tests, within this process: takes mail, or misbehaves on order."""

import email
import email.policy
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

OK = "ok"
REFUSE = "refuse"  # closes the line at once
BUSY = "busy"  # answers each recipient with 451
HANG = "hang"  # accepts the line and never says a word
HANG_AT_END = "hang at end"  # takes the whole text and never confirms it
# What the server says to each verb; DATA, RCPT and QUIT are handled by hand.
ANSWERS = {"EHLO": "250 sink", "HELO": "250 sink", "MAIL": "250 ok", "RSET": "250 ok"}


class Conversation(socketserver.StreamRequestHandler):
    """One line to one client."""

    server: "Sink"

    def handle(self) -> None:
        self.server.lines += 1
        if self.server.mood == HANG:
            self.server.over.wait()
        if self.server.mood in (HANG, REFUSE):
            return
        self.say("220 sink")
        try:
            while (line := self.rfile.readline()) and self.answer(line.decode().strip()):
                pass
        except ConnectionError:
            pass

    def say(self, text: str) -> bool:
        self.wfile.write(f"{text}\r\n".encode())
        return True

    def answer(self, line: str) -> bool:
        """Answer one command; False ends the conversation."""
        verb = line[:4].upper()
        if verb == "QUIT":
            self.say("221 bye")
            return False
        if verb == "RCPT":
            return self.say("451 come back later" if self.server.mood == BUSY else "250 ok")
        if verb == "DATA":
            return self.take()
        return self.say(ANSWERS.get(verb, "500 what?"))

    def take(self) -> bool:
        self.say("354 go on")
        text = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            text.append(line)
        if self.server.mood == HANG_AT_END:
            self.server.over.wait()
            return False
        self.server.mails.append(b"".join(text))
        return self.say("250 taken")


class Sink(socketserver.ThreadingTCPServer):
    """`mails` are the texts taken, `lines` how many connections there were, `mood` how it acts."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int = 0) -> None:
        self.mails: list[bytes] = []
        self.lines = 0
        self.mood = OK
        self.over = threading.Event()
        super().__init__(("127.0.0.1", port), Conversation)

    @property
    def port(self) -> int:
        return self.server_address[1]

    @property
    def parsed(self) -> list[email.message.EmailMessage]:
        """The mails taken, as messages."""
        policy = email.policy.default
        return [email.message_from_bytes(text, policy=policy) for text in self.mails]

    @property
    def ids(self) -> list[str]:
        """The Message-IDs taken, in order."""
        return [mail["Message-ID"] for mail in self.parsed]


@contextmanager
def mail_sink(port: int = 0) -> Iterator[Sink]:
    """A running sink; its lines are cut when the block ends."""
    with Sink(port) as sink:
        thread = threading.Thread(target=sink.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield sink
        finally:
            sink.over.set()
            sink.shutdown()
            thread.join()
