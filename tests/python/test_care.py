# SPDX-License-Identifier: LGPL-2.1-or-later
"""The return on children looked after and the Safeguarding Dataset, as a data scientist
reads them. All children are made up."""
import datetime
import json
import pathlib
import subprocess
import sys
import types

import marmot
import pytest

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,05/06/2008,WBRI,,,\n2,2,30/11/2005,BAFR,,,\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "1,02/05/2016,S,V2,N1,U3,PR1,20/07/2017,X1,CARPL,CV1 1AA,CV2 2BB,SC1\n"
    "1,20/07/2017,P,V2,N1,K2,PR4,,,,CV1 1AA,B1 1BB,SC2\n"
    ",01/05/2017,S,V2,N1,U3,PR1,,,,,,\n"
    "2,01/09/2017,S,V4,N2,U3,PR1,09/09/2017,E8,,,,\n"
)
LATER = EPISODES.splitlines()[0] + "\n1,20/07/2017,P,V2,N1,K2,PR4,03/05/2018,E4A,,CV1 1AA,B1 1BB,SC2\n"


@pytest.fixture
def folders(tmp_path):
    for name, files in {"2018": {"e.csv": EPISODES, "h.CSV": HEADER}, "2019": {"e.csv": LATER}}.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(text)
        (tmp_path / name / "notes.txt").write_text("not a table")
    return tmp_path


def check(care, line=5):
    assert list(care.years) == [2017, 2018]
    assert (care.first_year, care.last_year, care.n_children) == (2017, 2018, 2)
    assert (care.n_rows_read, care.n_rows_kept, care.n_rows_left_out) == (7, 6, 1)
    assert "care/no-child" in [f.rule for f in care.findings]
    assert care.n_repeated == 1
    table = care.get_episodes().table
    assert list(table["kind"]) == ["care", "short-break", "care"]
    assert list(table["person"]) == ["1", "2", "1"]
    assert table["end"][2] == datetime.date(2018, 5, 3)
    assert list(table["birth"]) == [datetime.date(2008, 6, 5), datetime.date(2005, 11, 30), datetime.date(2008, 6, 5)]
    assert list(table["place"]) == ["2", None, "3"]
    assert care.get_line("episodes", 2017, 2) == line
    assert care.get_table("ad1", 2017) is None


def test_folders_by_year(folders):
    with pytest.warns(marmot.FaultWarning, match="1 of 7 rows left out") as caught:
        check(marmot.read_care_return({"2017/18": folders / "2018", "2018/19": str(folders / "2019")}))
    assert "care/no-child" in [f.rule for f in caught[0].message.findings]


@pytest.mark.filterwarnings("ignore::marmot.FaultWarning")
def test_files_bytes_and_frames(folders):
    pandas = pytest.importorskip("pandas")
    import io

    frame = pandas.read_csv(io.StringIO(EPISODES), dtype=str)
    later = pandas.read_csv(io.StringIO(LATER))
    later["DECOM"] = pandas.to_datetime(later["DECOM"], dayfirst=True)
    period = marmot.Period("2018/19")
    check(marmot.read_care_return({2017: [frame, HEADER.encode()], period: later}), line=4)
    with open(folders / "2018" / "h.CSV", "rb") as file:
        care = marmot.read_care_return(file, 2017)
    assert care.get_source("header", 2017) == "h.CSV"
    assert list(care.get_table("header", 2017)["SEX"]) == ["1", "2"]


def test_a_wrong_file_says_what_is_wrong(tmp_path):
    with pytest.raises(marmot.InvalidDataError) as caught:
        marmot.read_care_return(b"a,b\n1,2\n", 2017)
    assert [f.rule for f in caught.value.findings] == ["care/unknown-table"]
    with pytest.raises(marmot.FileError):
        marmot.read_care_return(tmp_path / "nowhere.csv", 2017)
    with pytest.raises(TypeError, match="collection year"):
        marmot.read_care_return(HEADER.encode())
    with pytest.raises(TypeError, match="once"):
        marmot.read_care_return({2017: HEADER.encode()}, 2017)
    with pytest.raises(ValueError, match="no CSV"):
        marmot.read_care_return(tmp_path, 2017)
    with pytest.raises(TypeError, match="for bytes"):
        import io

        marmot.read_care_return(io.StringIO(HEADER), 2017)
    with pytest.raises(marmot.InvalidArgumentError, match="collection year"):
        marmot.read_care_return(HEADER.encode(), 17)


@pytest.mark.filterwarnings("ignore::marmot.FaultWarning")
def test_progress_is_told(folders, monkeypatch):
    told = []
    marmot.read_care_return({2017: folders / "2018", 2018: folders / "2019"}, progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0 and told[-1] == pytest.approx(1)

    class Bar:
        made = []

        def __init__(self, total, desc, unit):
            self.total, self.n, self.closed = total, 0, False
            self.made.append(self)

        def update(self, more):
            self.n += more

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.closed = True

    # Not every machine has tqdm.
    package = types.ModuleType("tqdm")
    package.auto = types.ModuleType("tqdm.auto")
    package.auto.tqdm = Bar
    monkeypatch.setitem(sys.modules, "tqdm", package)
    monkeypatch.setitem(sys.modules, "tqdm.auto", package.auto)
    marmot.read_care_return({2017: folders / "2018", 2018: folders / "2019"}, progress=True)
    assert [(bar.n, bar.closed) for bar in Bar.made] == [(100, True)]


def test_tables_are_known_by_their_columns():
    assert marmot.CareReader.recognise(["child", "Duc"]) == (True, marmot.CareTable.UASC)
    assert marmot.CareReader.recognise(["a"])[0] is False


def test_the_safeguarding_dataset():
    early_help = (
        b"earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_end_date,earl_episode_end_reason\n"
        b"e1,p1,2024-01-10,2024-03-01T00:00:00,Outcomes met\ne2,,2024-01-10,,\n"
    )
    findings = []
    with pytest.warns(marmot.FaultWarning, match="1 of 2 rows"):
        episodes = marmot.read_safeguarding_dataset([early_help], findings=findings)
    assert list(episodes.table["end_reason"]) == ["outcomes-met"]
    assert list(episodes.table["end"]) == [datetime.date(2024, 3, 1)]
    assert "ssd/no-person" in [f.rule for f in findings]
    with pytest.raises(marmot.InvalidDataError):
        marmot.read_safeguarding_dataset([early_help, early_help])


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory):
    """Three years of care by the generator of the examples, and what should come out."""
    folder = tmp_path_factory.mktemp("synthetic")
    script = pathlib.Path(__file__).parents[2] / "examples" / "synthetic" / "make_year.py"
    subprocess.run([sys.executable, script, "--out", folder], check=True, capture_output=True)
    return folder / "care", json.loads((folder / "expected.json").read_text())["care"]


def test_three_synthetic_years_are_pooled(synthetic):
    folder, expected = synthetic
    care = marmot.read_care_return({f"{y}/{y % 100 + 1}": folder / f"{y}-{y % 100 + 1}" for y in (2022, 2023, 2024)})
    assert {f.rule for f in care.findings} == {"csv/columns-dropped"}
    assert care.n_rows_left_out == 0
    episodes = care.get_episodes()
    pooled = expected["pooled"]
    rows = sum(len(care.get_table("episodes", year)["CHILD"]) for year in care.years)
    assert (rows, episodes.get_n_rows(), episodes.count("child")) == (
        pooled["rows"], pooled["episodes"], pooled["children"])
    assert care.n_repeated == pooled["rows"] - pooled["episodes"]

    def on(text):
        day = datetime.date.fromisoformat(text)
        return day, episodes.filter_kind("care").open_on((day - datetime.date(1970, 1, 1)).days)

    january = expected["january_2025"]
    day, held = on(january["on"])
    assert held.count("child") == january["looked_after"]["value"] == 708
    unaccompanied = [u and until > day for u, until in zip(held.table["uasc"], held.table["uasc_until"])]
    assert sum(unaccompanied) == january["unaccompanied"]["numerator"] == 77
    october = expected["october_2022"]
    _, held = on(october["on"])
    assert held.count("child") == october["looked_after"]["value"]
    assert held.filter("location", "IN").count("child") == october["in_the_city"]["numerator"]


@pytest.mark.parametrize("read", [lambda data: marmot.read_care_return(data, 2020), marmot.read_safeguarding_dataset])
def test_a_file_without_a_header_shows_nothing_of_its_first_row(read):
    data = b"K12345,K12345,01/02/2020,CV1 1AA\nK2,K3,01/02/2020,CV1 1AB\n"
    with pytest.raises(marmot.InvalidDataError) as told:
        read(data)
    said = " ".join([str(told.value), *map(str, told.value.findings)])
    assert "K12345" not in said and "CV1" not in said
    assert "column 2 is the second" in said
