"""Make the demo's own secrets once and keep them beside its database.

Production never comes here: its secrets come from the environment.
"""

import base64
import json
import secrets
from pathlib import Path


def load_or_make(folder: Path) -> dict[str, str]:
    """Return SECRET_KEY, DATA_KEYS and INDEX_KEY from `folder`, made on first use."""
    path = folder / "demo-secrets.json"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(_fresh()))
        path.chmod(0o600)
    kept: dict[str, str] = json.loads(path.read_text())
    return kept


def _fresh() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATA_KEYS": f"demo1:{_key()}",
        "INDEX_KEY": _key(),
    }


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()
