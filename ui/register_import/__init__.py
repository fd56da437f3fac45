"""The way of a client's inventory into a register, in six steps on one page; the last one writes."""
