"""Sign-off: the seal, who signs and what it binds, digital signatures, and their verification."""
