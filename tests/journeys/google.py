"""A small server that speaks Google's verification protocol, over TLS."""

import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SLOW = 10  # Seconds; nobody who sends waits for that.


class Google(ThreadingHTTPServer):
    """`answer` is what it says, `asked` what it heard, `told` how often it answered."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("localhost", 0), _Siteverify)
        self.answer: Any = {"success": True}
        self.status = 200
        self.slow = self.dripping = False
        self.asked: list[dict[str, str]] = []
        self.told = 0
        self.let_go = threading.Event()

    @property
    def domain(self) -> str:
        """What stands in its addresses where www.google.com would."""
        return f"localhost:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked has gone away meanwhile: nothing to say."""


class _Siteverify(BaseHTTPRequestHandler):
    server: Google

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        posted = parse_qs(self.rfile.read(length).decode())
        self.server.asked.append({name: said for name, [said] in posted.items()})
        if self.server.slow:
            self.server.let_go.wait(SLOW)
        body = json.dumps(self.server.answer).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for byte in body:
            if self.server.dripping:
                # Each byte comes in time; only all of them together do not.
                time.sleep(0.2)
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
        self.server.told += 1

    def log_message(self, *args: Any) -> None:
        """Write nothing beside the tests' own output."""


@contextmanager
def google_here(folder: Path) -> Iterator[Google]:
    """The server with a certificate of its own, kept in `folder` as trusted.pem."""
    google = Google()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(folder / "trusted.pem"))
    google.socket = context.wrap_socket(google.socket, server_side=True)
    threading.Thread(target=google.serve_forever, daemon=True).start()
    try:
        yield google
    finally:
        google.let_go.set()
        google.shutdown()
        google.server_close()


def _certificate(path: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path
