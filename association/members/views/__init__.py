"""Pages of the register, of organisations and of the people who speak for them."""
