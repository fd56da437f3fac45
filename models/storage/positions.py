"""Where new entries go in the order of their register, worked out once for all the changes of one edit."""

from bisect import bisect_left

from sqlalchemy import Connection, bindparam, func, select, update

from models.storage.tables import entry

_IN_REGISTER = (entry.c.review_id == bindparam("of_review")) & (entry.c.register == bindparam("of_register"))
_END = select(func.coalesce(func.max(entry.c.position) + 1, 0)).where(_IN_REGISTER)
_TAKEN = select(entry.c.position).where(_IN_REGISTER).order_by(entry.c.position)
_MAKE_ROOM = (
    update(entry)
    .where(_IN_REGISTER & (entry.c.position >= bindparam("from_position")))
    .values(position=entry.c.position + 1)
)


class Positions:
    """The positions in one register while an edit is written: rising numbers, with gaps where rows went.

    The end is asked of the file once, all positions only when an entry goes between others.
    """

    def __init__(self, connection: Connection, review_id: str, register: str) -> None:
        self._connection = connection
        self._these = {"of_review": review_id, "of_register": register}
        self._end: int | None = None
        self._taken: list[int] | None = None

    def for_new(self, index: int | None) -> int:
        """The position of a new entry at `index` (None: the end); those after it make room if they must."""
        end = self._end_now()
        if index is not None:
            taken = self._taken_now()
            if index < len(taken):
                return self._between(taken, index)
        self._end = end + 1
        if self._taken is not None:
            self._taken.append(end)
        return end

    def forget(self, position: int) -> None:
        """An entry at this position was removed."""
        if self._taken is not None:
            del self._taken[bisect_left(self._taken, position)]

    def _between(self, taken: list[int], index: int) -> int:
        free = taken[index - 1] + 1 if index else 0
        if free >= taken[index]:
            free = taken[index]
            self._connection.execute(_MAKE_ROOM, {**self._these, "from_position": free})
            taken[index:] = [position + 1 for position in taken[index:]]
            self._end = self._end_now() + 1
        taken.insert(index, free)
        return free

    def _end_now(self) -> int:
        if self._end is None:
            self._end = int(self._connection.execute(_END, self._these).scalar_one())
        return self._end

    def _taken_now(self) -> list[int]:
        if self._taken is None:
            self._taken = list(self._connection.execute(_TAKEN, self._these).scalars())
        return self._taken
