"""What the tests of rules and use cases share: files that open at once."""

from tests.quick_keys import cheap_keys

__all__ = ["cheap_keys"]
