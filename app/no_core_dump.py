"""Keeps the system from writing this process's memory to disk when it breaks."""


def forbid_core_dumps() -> None:
    """Ask for no core dump: it would hold the key of an open file, and what the file says.

    The collectors that desktops set up (systemd-coredump, apport) go by this limit too. Windows has no such
    limit; there it does nothing. Until the process ends it holds also for those that it starts.
    """
    try:
        import resource  # noqa: PLC0415  (Windows has none)
    except ImportError:
        return
    _wanted, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
