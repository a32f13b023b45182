"""A council's sign-in for tests: a server with discovery, keys and signed tokens."""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "iv-client", "a-secret-of-theirs"


class Council:
    """Knows one person, and signs what `claims` says of them.

    A test changes `claims`, signs with another key, or sends nonsense.
    """

    def __init__(self) -> None:
        self.key = self.signing_key = new_key()
        self.claims: dict[str, Any] = {
            "sub": "42",
            "email": "mari@gwynedd.example",
            "email_verified": True,
        }
        self.algorithm = "RS256"
        self.codes: dict[str, dict[str, str]] = {}
        self.answer: bytes | None = None
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def stop(self) -> None:
        """Nobody answers any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def authorize(self, address: str) -> dict[str, str]:
        """The person says yes there: the parameters with which they come back."""
        asked = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def token_for(self, form: dict[str, str]) -> dict[str, str] | None:
        """What a right code gives; None for a wrong code, secret or verifier."""
        asked = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or form.get("client_secret") != SECRET:
            return None
        if asked["code_challenge"] != challenge:
            return None
        now = int(time.time())
        usual = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60}
        said = {**usual, "nonce": asked["nonce"], **self.claims}
        said = {name: value for name, value in said.items() if value is not None}
        headers = {"kid": "k1"}
        signed = jwt.encode(said, self.signing_key, self.algorithm, headers)
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}

    def describe(self) -> dict[str, Any]:
        """The discovery document."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        """The public half of the key."""
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), True)
        return {"keys": [{**public, "kid": "k1", "alg": "RS256", "use": "sig"}]}


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _handler_of(council: Council) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = {
                "/.well-known/openid-configuration": council.describe,
                "/keys": council.keys,
            }
            found = known.get(self.path)
            self._send(found() if found else None)

        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {k: v[0] for k, v in parse_qs(text).items()}
            self._send(council.token_for(form))

        def _send(self, document: Any) -> None:
            body = json.dumps(document or {"error": "invalid_grant"}).encode()
            self.send_response(200 if document else 400)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(council.answer or body)

        def log_message(self, *args: Any) -> None:
            pass

    return Handler
