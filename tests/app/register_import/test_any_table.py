"""Whatever a table holds, every name in it comes in as it is, and undo takes all of it back."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from app.integrity import faults
from app.register_import import Duplicates, FieldMapping, ReadAs, import_edit, preview, read_inventory
from app.register_import.cleaning import clean, one_line
from models.values import RegisterName
from tests.changes import applied
from tests.inventories import EMPTY

TOOLS = RegisterName.AI_TOOLS
ADD = FieldMapping(
    register=TOOLS,
    columns={"Name": "name", "Status": "status", "Users": "users", "Odd": "description"},
    defaults={"process_criticality": "3"},
    duplicates=Duplicates.ADD,
)
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(max_size=1200).map(
    lambda text: clean(text)[0]
)
ROWS = st.lists(st.lists(CELLS, min_size=5, max_size=5), min_size=1, max_size=12)


@given(
    rows=ROWS,
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
@example(rows=[["A", '"', "\n", ",", ";"]], delimiter=",", encoding="utf-8", line_end="\n")
def test_every_name_comes_in_as_it_is(
    rows: list[list[str]], delimiter: str, encoding: str, line_end: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([["Name", "Status", "Users", "Odd", "Colour"], ["first", "", "", "", ""], *rows])
    how = ReadAs(delimiter=delimiter, header_row=1, encoding=encoding)

    found = preview(EMPTY, read_inventory(text.getvalue().encode(encoding), TOOLS, how), ADD)
    edit = import_edit(found)
    after = applied(EMPTY, edit)

    names = ["first", *(one_line(clean(row[0])[0]) for row in rows)]
    whole = [name for name in names if name]
    for name, tool in zip(whole, after.ai_tools.values(), strict=True):
        assert tool.name == name or (len(name) > 300 and tool.name.rstrip("…") in name)
    assert faults(after) == ()
    assert applied(after, edit.inverse()) == EMPTY
