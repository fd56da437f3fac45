"""The version of Plumbline, in its one place."""

VERSION = "0.1.0"
