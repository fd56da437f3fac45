"""What one entry was and what it becomes: the smallest thing that is recorded."""

from dataclasses import dataclass

from models.values import AnyEntry, RegisterName


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry added (`before` is None), removed (`after` is None) or replaced.

    `index` is the place in its register, counted from 0, of an entry that is added or removed; None: the end.
    """

    register: RegisterName
    key: str
    before: AnyEntry | None
    after: AnyEntry | None
    index: int | None = None

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(
            register=self.register, key=self.key, before=self.after, after=self.before, index=self.index
        )
