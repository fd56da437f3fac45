"""What our own files are called."""

REVIEW_FILE = ".plumbline"  # the ending of a client's review file, unless somebody calls it otherwise
