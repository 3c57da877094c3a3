"""Options and arguments of verbs, and the desk made from them."""
