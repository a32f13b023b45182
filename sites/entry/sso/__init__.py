"""Single sign-on: a council's own sign-in (OpenID Connect), off until it is asked for.

allauth speaks the protocol (state, PKCE, tokens); ours is who may come in by it.
`provider.py` and `tokens.py` check what the council's server says, `people.py` decides
whom that lets in, `views.py` are the two addresses, `screens.py` the network's screens.
"""
