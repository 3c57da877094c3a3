"""The server of the screens in a browser, and the token in its address."""
