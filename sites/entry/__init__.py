"""How people come in: sign-in, password, second factor, passkeys, recovery codes."""
