"""The user's files: read whole, written whole, streamed, and protected. No other package opens them."""
