"""Small parts that pages are made of; each shows a value and tells what the person did."""
