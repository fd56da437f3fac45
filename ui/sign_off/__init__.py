"""The parts of the sign-off page: steps, who signs, what they accept, the seal, what has changed since."""
