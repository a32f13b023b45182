"""A security key that exists only in the browser: Chromium's virtual authenticator."""

from playwright.sync_api import Page


def give_key(page: Page) -> None:
    """Give the page's browser a key that says yes by itself, as a finger would."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
