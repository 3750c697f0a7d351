# SPDX-License-Identifier: LGPL-2.1-or-later
"""CSV in one call: paths, bytes and open files, and every fault in the exception."""

import pickle

import marmot
import pandas as pd
import pytest

TEXT = "area,deaths\nCoventry,3\nRugby,\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "deaths.csv"
    path.write_text(TEXT)
    return path


def test_from_anything(path):
    tables = [marmot.read_csv(path), marmot.read_csv(str(path)), marmot.read_csv(TEXT.encode())]
    with open(path, "rb") as file:
        tables.append(marmot.read_csv(file))
    for table in tables:
        assert table.names == ["area", "deaths"]
        assert table["area"].to_list() == ["Coventry", "Rugby"]
        assert table["deaths"].to_list() == [3, None]
    with open(path) as file, pytest.raises(TypeError, match="'rb'"):
        marmot.read_csv(file)
    with pytest.raises(TypeError, match="pass a path"):
        marmot.read_csv(5)


def test_options(path):
    table = marmot.read_csv(b"a;b;c\n1;2;3\n", separator=";", columns=["c", "a"], types={"a": "text"})
    assert sorted(table.names) == ["a", "c"]
    assert table["a"].to_list() == ["1"]
    with pytest.raises(TypeError):
        marmot.read_csv(path, seperator=";")


def test_faulty_rows_are_left_out_with_a_warning(tmp_path):
    path = tmp_path / "ragged.csv"
    path.write_text("area,deaths\nCoventry,3,4\nRugby,2\nSolihull\nBolton,5\n")
    with pytest.warns(marmot.FaultWarning, match="2 faulty rows") as caught:
        table = marmot.read_csv(path, skip_faulty_rows=True)
    assert [(f.file, f.row) for f in caught[0].message.findings] == [("ragged.csv", 2), ("ragged.csv", 4)]
    assert table["area"].to_list() == ["Rugby", "Bolton"]
    assert table["deaths"].to_list() == [2, 5]

    reader = marmot.CsvReader(skip_faulty_rows=True)
    table = reader.read_file(path)
    assert reader.get_n_skipped_rows() == 2
    assert [reader.get_line(row) for row in range(2)] == [3, 5]
    assert [(f.rule, f.row) for f in reader.get_findings()] == [("csv/ragged-row", 2), ("csv/ragged-row", 4)]


def test_every_fault_is_in_the_exception(tmp_path):
    path = tmp_path / "ragged.csv"
    path.write_text("area,deaths\nCoventry,3,4\nRugby\n")
    with pytest.raises(marmot.InvalidDataError) as caught:
        marmot.read_csv(path)
    assert [(f.file, f.row) for f in caught.value.findings] == [("ragged.csv", 2), ("ragged.csv", 3)]
    assert "Coventry" not in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).findings == caught.value.findings
    with open(path, "rb") as file, pytest.raises(marmot.InvalidDataError) as caught:
        marmot.read_csv(file)
    assert caught.value.findings[0].file == "ragged.csv"


def test_a_file_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(OSError) as caught:
        marmot.read_csv(tmp_path / "none.csv")
    assert caught.value.code == marmot.ErrorCode.IO
    assert caught.value.findings == ()


def test_out(tmp_path):
    frame = pd.DataFrame({"area": ["Coventry", None], "deaths": [3.5, None]})
    assert marmot.write_csv(frame) == b"area,deaths\nCoventry,3.5\n,\n"
    marmot.write_csv({"a": [1, 2]}, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == b"a\n1\n2\n"
