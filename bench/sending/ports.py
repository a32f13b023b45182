"""Where the web server and the mail server of the benchmark listen."""

PORT, SMTP_PORT = 8931, 8932
