"""Long numbers are grouped to be read out."""

from app.signing.digits import grouped


def test_a_fingerprint_is_grouped_to_be_read_out() -> None:
    assert grouped("0a" * 6) == "0A0A 0A0A 0A0A"
