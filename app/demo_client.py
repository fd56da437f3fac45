"""Who the demo client is, and what opens its file: all of it public, for what it locks is made up."""

DEMO_CLIENT = "Ferrowick Group plc"
DEMO_PASSPHRASE = "plumbline-demo"  # noqa: S105  (shown on the screen)
DEMO_NAME = "Ferrowick demo"
WHO = "Plumbline demo"
