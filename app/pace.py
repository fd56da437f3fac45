"""Time in a section: minutes used of minutes meant, and what is left for each question. Pure."""

from dataclasses import dataclass, replace

from app.i18n import _, ngettext

SECONDS = 60
PLENTY = 10  # minutes for a question, beyond which nobody counts them


@dataclass(frozen=True, slots=True)
class TimeBox:
    """The clock of one section: seconds spent, and since when it runs (None: it stands).

    Times are seconds of whatever clock the caller reads; only differences count.
    """

    spent: float = 0.0
    since: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether time is being counted."""
        return self.since is not None

    @property
    def has_begun(self) -> bool:
        """Whether any time has been counted in this sitting."""
        return self.is_running or self.spent > 0

    def started(self, now: float) -> "TimeBox":
        """Running from now on; one that runs already goes on."""
        return self if self.is_running else replace(self, since=now)

    def paused(self, now: float) -> "TimeBox":
        """Standing from now on."""
        return TimeBox(self.seconds(now))

    def seconds(self, now: float) -> float:
        """Seconds spent until now; a clock that was set back takes nothing away."""
        return self.spent if self.since is None else self.spent + max(now - self.since, 0.0)


@dataclass(frozen=True, slots=True)
class Pace:
    """Whole minutes used of those meant, and questions left. `box` says whether the clock runs."""

    used: int
    meant: int
    left: int
    has_begun: bool
    is_running: bool

    @property
    def is_over(self) -> bool:
        """Whether all the time meant is used."""
        return self.used >= self.meant

    @property
    def each(self) -> int | None:
        """Whole minutes left for each question left; None where there is nothing to share out."""
        if not self.left or self.is_over:
            return None
        return (self.meant - self.used) // self.left

    @property
    def time_words(self) -> str:
        """How much time is used: "12 of 40 min"; once over, by how much."""
        if not self.has_begun:
            return _("{meant} min").format(meant=self.meant)
        if not self.is_running:
            return _("Paused at {used} of {meant} min").format(used=self.used, meant=self.meant)
        if self.used > self.meant:
            words = _("{used} of {meant} min, {over} over")
            return words.format(used=self.used, meant=self.meant, over=self.used - self.meant)
        if self.is_over:
            return _("{used} of {meant} min, time is up").format(used=self.used, meant=self.meant)
        return _("{used} of {meant} min").format(used=self.used, meant=self.meant)

    @property
    def pace_words(self) -> str:
        """What is left, and how long for each: "4 questions left, about 2 min each"."""
        if not self.left:
            return _("All questions answered")
        left = ngettext("{n} question left", "{n} questions left", self.left).format(n=self.left)
        if self.each is None:
            return left
        if self.each < 1:
            return _("{left}, under a minute each").format(left=left)
        if self.each > PLENTY:
            return _("{left}, time enough").format(left=left)
        if self.left == 1:
            return _("{left}, about {n} min for it").format(left=left, n=self.each)
        return _("{left}, about {n} min each").format(left=left, n=self.each)


def pace(box: TimeBox, now: float, meant: int, left: int) -> Pace:
    """How a section keeps to its time: `meant` minutes, `left` questions still to ask."""
    used = int(box.seconds(now) // SECONDS)
    return Pace(used, meant, left, box.has_begun, box.is_running)


def seconds_to_change(box: TimeBox, now: float) -> float:
    """Seconds until the next whole minute, when there is something new to show; a minute if it stands."""
    return SECONDS - box.seconds(now) % SECONDS
