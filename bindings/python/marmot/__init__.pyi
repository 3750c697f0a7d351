# SPDX-License-Identifier: LGPL-2.1-or-later
"""Types of what the package adds. What the library has beside it is introspected:
its names are all here at run time, and Any to a type checker."""

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Literal, Protocol, overload

import numpy
import pandas
import polars
import pyarrow

__version__: str

class _SpeaksArrow(Protocol):
    def __arrow_c_array__(self, requested_schema: object = ...) -> tuple[object, object]: ...

class _StreamsArrow(Protocol):
    def __arrow_c_stream__(self, requested_schema: object = ...) -> object: ...

_Cell = float | int | str | bool | datetime.date | None
_Number = float | int
_Plain = Column | Sequence[Any] | numpy.ndarray[Any, Any]
_ColumnLike = (
    _Plain | pandas.Series[Any] | pandas.Index[Any] | polars.Series | pyarrow.Array[Any]
    | pyarrow.ChunkedArray[Any] | _SpeaksArrow | _StreamsArrow
)
_Confidence = float | Iterable[float]
_Keys = (
    Table | pandas.DataFrame | polars.DataFrame | _ColumnLike | Sequence[_ColumnLike]
    | Mapping[str, _ColumnLike]
)
_Groups = Groups | _Keys | None

# --- errors ----------------------------------------------------------------------

class Error(Exception):
    code: Any
    message: str
    findings: tuple[Any, ...]
    def __init__(self, message: str = ..., code: Any = ...) -> None: ...

class InvalidArgumentError(Error, ValueError): ...
class ParseError(Error, ValueError): ...
class EncodingError(Error, ValueError): ...
class TooLargeError(Error, ValueError): ...
class InvalidDataError(Error, ValueError): ...
class ColumnTypeError(Error, TypeError): ...
class LengthError(Error, ValueError): ...
class NotFoundError(Error, LookupError): ...
class NotAdditiveError(Error, ArithmeticError): ...
class FileError(Error, OSError): ...

# --- types -----------------------------------------------------------------------

class Column:
    def __init__(self, values: _ColumnLike = ..., *, copy: bool | None = None) -> None: ...
    @staticmethod
    def from_any(values: _ColumnLike, *, copy: bool | None = None) -> Column: ...
    @property
    def column_type(self) -> Any: ...
    @property
    def length(self) -> int: ...
    @property
    def n_nulls(self) -> int: ...
    def is_null(self, row: int) -> bool: ...
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, row: int) -> _Cell: ...
    @overload
    def __getitem__(self, row: slice) -> Column: ...
    def __iter__(self) -> Iterator[_Cell]: ...
    def __array__(self, dtype: Any = None, copy: bool | None = None) -> numpy.ndarray[Any, Any]: ...
    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]: ...
    def to_list(self) -> list[_Cell]: ...
    def to_numpy(self) -> numpy.ndarray[Any, Any]: ...
    def to_pandas(self, name: str | None = None, index: Any = None) -> pandas.Series[Any]: ...
    def to_polars(self, name: str = "") -> polars.Series: ...
    def to_arrow(self) -> pyarrow.Array[Any]: ...
    def __getattr__(self, name: str) -> Any: ...

class Contrast:
    @property
    def estimate(self) -> Estimate: ...
    @property
    def value(self) -> float: ...
    @property
    def lower(self) -> float: ...
    @property
    def upper(self) -> float: ...
    @property
    def status(self) -> Any: ...
    @property
    def method(self) -> Any: ...
    @property
    def test(self) -> Any: ...
    @property
    def statistic(self) -> float: ...
    @property
    def df(self) -> float: ...
    @property
    def p_value(self) -> float: ...

class Estimate:
    def __init__(
        self, value: float, lower: float, upper: float, confidence: float, method: Any
    ) -> None: ...
    @property
    def value(self) -> float: ...
    @property
    def lower(self) -> float: ...
    @property
    def upper(self) -> float: ...
    @property
    def confidence(self) -> float: ...
    @property
    def levels(self) -> tuple[float, ...]: ...
    @property
    def method(self) -> Any: ...
    @property
    def status(self) -> Any: ...
    def interval(self, confidence: float) -> tuple[float, float]: ...
    def __getattr__(self, name: str) -> Any: ...

class Estimates:
    @property
    def value(self) -> Column: ...
    @property
    def lower(self) -> Column: ...
    @property
    def upper(self) -> Column: ...
    @property
    def status(self) -> Column: ...
    @property
    def confidence(self) -> float: ...
    @property
    def levels(self) -> tuple[float, ...]: ...
    @property
    def method(self) -> Any: ...
    def interval(self, confidence: float) -> tuple[Column, Column]: ...
    def columns(self) -> dict[str, Column]: ...
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, row: int) -> Estimate: ...
    @overload
    def __getitem__(self, row: slice) -> Estimates: ...
    def __iter__(self) -> Iterator[Estimate]: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    def to_table(self) -> Table: ...
    def to_numpy(self) -> dict[str, numpy.ndarray[Any, Any]]: ...
    def to_pandas(self, index: Any = None) -> pandas.DataFrame: ...
    def to_polars(self) -> polars.DataFrame: ...
    def to_arrow(self) -> pyarrow.Table: ...
    def __getattr__(self, name: str) -> Any: ...

class Groups:
    @property
    def n_rows(self) -> int: ...
    @property
    def n_groups(self) -> int: ...
    @property
    def keys(self) -> Table | None: ...
    @property
    def codes(self) -> Column: ...
    def __getattr__(self, name: str) -> Any: ...

class Totals:
    @property
    def n_groups(self) -> int: ...
    @property
    def n_rows(self) -> int: ...
    def __add__(self, other: Totals) -> Totals: ...
    def __radd__(self, other: Literal[0]) -> Totals: ...
    def add(self, other: Totals) -> Totals: ...
    def to_table(self) -> Table: ...
    def spread(self, keys: list[str]) -> Table: ...
    def serialize(self) -> bytes: ...
    @staticmethod
    def deserialize(data: bytes) -> Totals: ...

class Period:
    def __init__(self, text: str, hint: Any = "financial") -> None: ...
    @staticmethod
    def parse(text: str, hint: Any = "financial") -> Period: ...
    @property
    def first_day(self) -> datetime.date: ...
    @property
    def last_day(self) -> datetime.date: ...
    def __contains__(self, other: object) -> bool: ...
    def __lt__(self, other: Period) -> bool: ...
    def __le__(self, other: Period) -> bool: ...
    def __gt__(self, other: Period) -> bool: ...
    def __ge__(self, other: Period) -> bool: ...
    def __getattr__(self, name: str) -> Any: ...

class Value:
    def __init__(self, value: float | str, decimals: int = -1) -> None: ...
    @property
    def state(self) -> Any: ...
    @property
    def number(self) -> float: ...
    @property
    def decimals(self) -> int: ...
    def __float__(self) -> float: ...
    def __getattr__(self, name: str) -> Any: ...

_TableLike = (
    Table | Estimates | Mapping[str, _ColumnLike] | Sequence[Mapping[str, _Cell]] | pandas.DataFrame
    | polars.DataFrame | pyarrow.Table | pyarrow.RecordBatch | _StreamsArrow | _SpeaksArrow
)

class Table:
    def __init__(self, data: _TableLike = ...) -> None: ...
    @staticmethod
    def from_any(data: _TableLike) -> Table: ...
    @property
    def names(self) -> list[str]: ...
    @property
    def n_rows(self) -> int: ...
    @property
    def n_columns(self) -> int: ...
    def columns(self) -> dict[str, Column]: ...
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, key: str) -> Column: ...
    @overload
    def __getitem__(self, key: slice | list[str]) -> Table: ...
    @overload
    def __getitem__(self, key: int) -> dict[str, _Cell]: ...
    def __iter__(self) -> Iterator[dict[str, _Cell]]: ...
    def __contains__(self, name: object) -> bool: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    def to_dict(self) -> dict[str, list[_Cell]]: ...
    def to_pandas(self) -> pandas.DataFrame: ...
    def to_polars(self) -> polars.DataFrame: ...
    def to_arrow(self) -> pyarrow.Table: ...
    def __getattr__(self, name: str) -> Any: ...

def column(values: _ColumnLike, *, copy: bool | None = None) -> Column: ...
def table(data: _TableLike) -> Table: ...
def groups(groups: Groups | _Keys) -> Groups: ...

def read_csv(
    source: str | os.PathLike[str] | bytes | BinaryIO, *, name: str | None = None,
    columns: Iterable[str] | None = None, types: Mapping[str, Any] | None = None, **options: Any,
) -> Table: ...
@overload
def write_csv(data: _TableLike, path: str | os.PathLike[str]) -> None: ...
@overload
def write_csv(data: _TableLike, path: None = None) -> bytes: ...

# --- statistics --------------------------------------------------------------------
# The kind that goes in comes out; a number beside a column stands for every row.

@overload
def proportion(
    numerator: _Number, denominator: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
) -> Estimate: ...
@overload
def proportion(
    numerator: pandas.Series[Any], denominator: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Groups = None,
) -> pandas.DataFrame: ...
@overload
def proportion(
    numerator: polars.Series, denominator: polars.Series | pyarrow.Array[Any] | _Plain | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Groups = None,
) -> polars.DataFrame: ...
@overload
def proportion(
    numerator: pyarrow.Array[Any] | pyarrow.ChunkedArray[Any],
    denominator: pyarrow.Array[Any] | pyarrow.ChunkedArray[Any] | _Plain | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Groups = None,
) -> pyarrow.Table: ...
@overload
def proportion(
    numerator: _Plain, denominator: _Plain | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: Groups | None = None,
) -> Estimates: ...
@overload
def proportion(
    numerator: _Plain, denominator: _Plain | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Keys,
) -> Table: ...
@overload
def rate(
    count: _Number, denominator: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
) -> Estimate: ...
@overload
def rate(
    count: pandas.Series[Any], denominator: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Groups = None,
) -> pandas.DataFrame: ...
@overload
def rate(
    count: polars.Series, denominator: polars.Series | pyarrow.Array[Any] | _Plain | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Groups = None,
) -> polars.DataFrame: ...
@overload
def rate(
    count: pyarrow.Array[Any] | pyarrow.ChunkedArray[Any],
    denominator: pyarrow.Array[Any] | pyarrow.ChunkedArray[Any] | _Plain | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Groups = None,
) -> pyarrow.Table: ...
@overload
def rate(
    count: _Plain, denominator: _Plain | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: Groups | None = None,
) -> Estimates: ...
@overload
def rate(
    count: _Plain, denominator: _Plain | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Keys,
) -> Table: ...
@overload
def mean(
    n: _Number, mean: _Number, sd: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
) -> Estimate: ...
@overload
def mean(
    n: _ColumnLike | _Number,
    mean: _ColumnLike | _Number,
    sd: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    groups: _Groups = None,
) -> Any: ...
def mean_of_values(
    values: _ColumnLike, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, groups: _Groups = None,
) -> Any: ...
@overload
def mean_difference(
    n1: _Number, mean1: _Number, sd1: _Number, n2: _Number, mean2: _Number, sd2: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def mean_difference(
    n1: _ColumnLike | _Number,
    mean1: _ColumnLike | _Number,
    sd1: _ColumnLike | _Number,
    n2: _ColumnLike | _Number,
    mean2: _ColumnLike | _Number,
    sd2: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
@overload
def mean_ratio(
    n1: _Number, mean1: _Number, sd1: _Number, n2: _Number, mean2: _Number, sd2: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def mean_ratio(
    n1: _ColumnLike | _Number,
    mean1: _ColumnLike | _Number,
    sd1: _ColumnLike | _Number,
    n2: _ColumnLike | _Number,
    mean2: _ColumnLike | _Number,
    sd2: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
@overload
def proportion_against(
    numerator: _Number, denominator: _Number, standard: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def proportion_against(
    numerator: _ColumnLike | _Number,
    denominator: _ColumnLike | _Number,
    standard: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
@overload
def rate_against(
    count: _Number, denominator: _Number, standard: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def rate_against(
    count: _ColumnLike | _Number,
    denominator: _ColumnLike | _Number,
    standard: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
@overload
def proportion_difference(
    numerator1: _Number, denominator1: _Number, numerator2: _Number, denominator2: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def proportion_difference(
    numerator1: _ColumnLike | _Number, denominator1: _ColumnLike | _Number,
    numerator2: _ColumnLike | _Number, denominator2: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
@overload
def proportion_ratio(
    numerator1: _Number, denominator1: _Number, numerator2: _Number, denominator2: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def proportion_ratio(
    numerator1: _ColumnLike | _Number, denominator1: _ColumnLike | _Number,
    numerator2: _ColumnLike | _Number, denominator2: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
@overload
def odds_ratio(
    numerator1: _Number, denominator1: _Number, numerator2: _Number, denominator2: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def odds_ratio(
    numerator1: _ColumnLike | _Number, denominator1: _ColumnLike | _Number,
    numerator2: _ColumnLike | _Number, denominator2: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
@overload
def rate_difference(
    count1: _Number, denominator1: _Number, count2: _Number, denominator2: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def rate_difference(
    count1: _ColumnLike | _Number, denominator1: _ColumnLike | _Number,
    count2: _ColumnLike | _Number, denominator2: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
@overload
def rate_ratio(
    count1: _Number, denominator1: _Number, count2: _Number, denominator2: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def rate_ratio(
    count1: _ColumnLike | _Number, denominator1: _ColumnLike | _Number,
    count2: _ColumnLike | _Number, denominator2: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...

def quantiles(
    values: _ColumnLike, *, n_groups: int = 10, rule: Any = "rank", highest_first: bool = True,
    people: _ColumnLike | None = None, groups: _Groups = None,
) -> Any: ...
def rank_areas(
    values: _ColumnLike, standard_errors: _ColumnLike, *, highest_first: bool = False, confidence: float = 0.95,
    joint: bool = True, groups: _Groups = None,
) -> Any: ...
def deprivation_groups(
    edition: Any, ranks: _ColumnLike, *, n_groups: int = 10, people: _ColumnLike | None = None,
    areas: _Groups = None,
) -> Any: ...
def funnel(
    numerator: _ColumnLike, denominator: _ColumnLike | None = None, *, kind: Any, rate: _ColumnLike | None = None,
    spread: Any = "none", multiplier: float = 0.0, baseline: float = 0.0, years: float = 1.0,
    winsorised: float = 0.1, confidence: float = 0.95, outer_confidence: float = 0.998,
) -> Any: ...

@overload
def percentiles(
    values: pandas.Series[Any], percents: Iterable[float], *, groups: _Groups = None, rule: Any = "type-7",
    min_values: int = 4,
) -> pandas.DataFrame: ...
@overload
def percentiles(
    values: polars.Series, percents: Iterable[float], *, groups: _Groups = None, rule: Any = "type-7",
    min_values: int = 4,
) -> polars.DataFrame: ...
@overload
def percentiles(
    values: pyarrow.Array[Any] | pyarrow.ChunkedArray[Any], percents: Iterable[float], *, groups: _Groups = None,
    rule: Any = "type-7", min_values: int = 4,
) -> pyarrow.Table: ...
@overload
def percentiles(
    values: _Plain, percents: Iterable[float], *, groups: _Groups = None, rule: Any = "type-7", min_values: int = 4,
) -> Table: ...
@overload
def summary(
    values: pandas.Series[Any], *, groups: _Groups = None, kind: Any = "seven", rule: Any = "type-7",
    min_values: int = 4,
) -> pandas.DataFrame: ...
@overload
def summary(
    values: polars.Series, *, groups: _Groups = None, kind: Any = "seven", rule: Any = "type-7",
    min_values: int = 4,
) -> polars.DataFrame: ...
@overload
def summary(
    values: pyarrow.Array[Any] | pyarrow.ChunkedArray[Any], *, groups: _Groups = None, kind: Any = "seven",
    rule: Any = "type-7", min_values: int = 4,
) -> pyarrow.Table: ...
@overload
def summary(
    values: _Plain, *, groups: _Groups = None, kind: Any = "seven", rule: Any = "type-7", min_values: int = 4,
) -> Table: ...
def subgroups(
    estimate: _ColumnLike, population: _ColumnLike | None = None, rank: _ColumnLike | None = None, *,
    standard_error: _ColumnLike | None = None, lower: _ColumnLike | None = None,
    upper: _ColumnLike | None = None, limits_confidence: float = 0.95, labels: _ColumnLike | None = None,
    clusters: _ColumnLike | None = None, strata: _ColumnLike | None = None,
    taken: _ColumnLike | None = None, areas: _Groups = None,
) -> Any: ...
def inequality(
    measure: Any, estimate: _ColumnLike, population: _ColumnLike | None = None,
    rank: _ColumnLike | None = None, *, standard_error: _ColumnLike | None = None,
    lower: _ColumnLike | None = None, upper: _ColumnLike | None = None,
    limits_confidence: float = 0.95, labels: _ColumnLike | None = None,
    clusters: _ColumnLike | None = None, strata: _ColumnLike | None = None,
    taken: _ColumnLike | None = None, areas: _Groups = None, confidence: _Confidence = 0.95,
    multiplier: float | None = None, method: Any = None, **options: Any,
) -> Any: ...

# --- statistics of tables ----------------------------------------------------------
# A row a band in, a row a group out, as the kind of table that came in.

_ByName = str | Sequence[str] | _Groups

def direct_rates(
    figures: _TableLike, *, groups: _ByName = None, standard: Any = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    minimum_count: float = 10, missing_is_zero: bool = False,
) -> Any: ...
def indirect_rates(
    figures: _TableLike, *, observed: _TableLike | None = None, groups: _ByName = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    missing_is_zero: bool = False,
) -> Any: ...
def indirect_ratios(
    figures: _TableLike, *, observed: _TableLike | None = None, groups: _ByName = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    missing_is_zero: bool = False,
) -> Any: ...
def years_lost_rates(
    figures: _TableLike, *, groups: _ByName = None, standard: Any = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    minimum_count: float = 10, missing_is_zero: bool = False,
) -> Any: ...
def life_tables(
    figures: _TableLike, *, groups: _ByName = None, confidence: _Confidence = 0.95, infant_part: float = 0.1,
    minimum_population: float = 5000, minimum_deaths: float = 0, maximum_width: float = 20,
    deaths_over_population: bool = False,
) -> Any: ...
def life_expectancies(
    figures: _TableLike, *, age: float = 0, groups: _ByName = None, confidence: _Confidence = 0.95, infant_part: float = 0.1,
    minimum_population: float = 5000, minimum_deaths: float = 0, maximum_width: float = 20,
    deaths_over_population: bool = False,
) -> Any: ...
def life_gaps(
    figures: _TableLike, *, groups: _ByName = None, confidence: _Confidence = 0.95, infant_part: float = 0.1,
    minimum_population: float = 5000, minimum_deaths: float = 0, maximum_width: float = 20,
    deaths_over_population: bool = False,
) -> Any: ...

def totals(
    figures: _TableLike, *, keys: str | Iterable[str] | None = None, sums: str | Iterable[str] | None = None,
    values: str | Iterable[str] | None = None,
) -> Totals: ...
def gap_changes(
    figures: _TableLike, *, more_is_better: bool = False, confidence: _Confidence = 0.95,
    covariance: float | None = None, log_covariance: float | None = None,
    edition_1: str | None = None, edition_2: str | None = None,
    lsoa_vintage_1: int | None = None, lsoa_vintage_2: int | None = None,
    groups_1: Any = None, groups_2: Any = None,
    across_editions: bool = False,
) -> Any: ...
def gap_trends(
    figures: _TableLike, *, groups: _ByName = None, more_is_better: bool = False,
    confidence: _Confidence = 0.95, across_editions: bool = False,
) -> Any: ...
def attainment_gap(
    disadvantaged_count: float, disadvantaged_n: float, others_count: float, others_n: float, *,
    confidence: _Confidence = 0.95,
) -> Estimate: ...
def excess_of_group(
    estimate: float, population: float, *, per: float, target: float, target_se: float | None = None,
    standard_error: float | None = None, more_is_better: bool = False, confidence: _Confidence = 0.95,
) -> Estimate: ...
def gap_change(
    gap_1: float, gap_se_1: float, gap_2: float, gap_se_2: float, *, more_is_better: bool = False,
    confidence: float = 0.95, covariance: float | None = None, edition_1: str | None = None,
    edition_2: str | None = None, across_editions: bool = False,
) -> Any: ...
def detectable_change(
    *, proportion: float | None = None, n_1: float | None = None, n_2: float | None = None, rate: float | None = None,
    years_1: float | None = None, years_2: float | None = None, alpha: float = 0.05, power: float = 0.8, per: float = 1,
) -> tuple[float, float]: ...
def attainment_gaps(figures: _TableLike, *, confidence: _Confidence = 0.95) -> Any: ...
def attainment_changes(
    figures: _TableLike, *, confidence: _Confidence = 0.95,
    edition_1: str | None = None, edition_2: str | None = None,
    lsoa_vintage_1: int | None = None, lsoa_vintage_2: int | None = None,
    groups_1: Any = None, groups_2: Any = None, across_editions: bool = False,
) -> Any: ...
def attainment_trends(
    figures: _TableLike, *, groups: _ByName = None, confidence: _Confidence = 0.95, across_editions: bool = False,
) -> Any: ...
def excess(
    figures: _TableLike, *, per: float, areas: _ByName = None, reference: Any = "least-deprived",
    target: float | None = None, target_se: float | None = None, more_is_better: bool = False,
    totals: bool = True, confidence: _Confidence = 0.95,
) -> Any: ...
def levelling(
    figures: _TableLike, *, per: float, areas: _ByName = None, goal: Any = "level",
    target: float | None = None, share: float | None = None, limit: float | None = None,
    more_is_better: bool = False, totals: bool = False, confidence: _Confidence = 0.95,
) -> Any: ...
def mix_changes(
    figures: _TableLike, *, areas: _ByName = None, contributions: bool = False,
    more_is_better: bool = False, confidence: _Confidence = 0.95,
    edition_1: str | None = None, edition_2: str | None = None,
    lsoa_vintage_1: int | None = None, lsoa_vintage_2: int | None = None,
    groups_1: Any = None, groups_2: Any = None,
) -> Any: ...
def detectable_changes(
    figures: _TableLike, *, alpha: float = 0.05, power: float = 0.8, per: float = 1, words: bool = True,
) -> Any: ...
def needed_sizes(
    figures: _TableLike, *, alpha: float = 0.05, power: float = 0.8, per: float = 1, words: bool = True,
) -> Any: ...

# --- surveys, and before and after -------------------------------------------------

def survey_share(
    count: float, respondents: float, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    invited: float | None = None, population: float | None = None, design_effect: float = 1,
    minimum_respondents: float = 10,
) -> Any: ...
def survey_shares(
    figures: _TableLike, *, groups: _ByName = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    invited: float | None = None, population: float | None = None, design_effect: float = 1,
    minimum_respondents: float = 10,
) -> Any: ...
def survey_waves(
    figures: _TableLike, *, series: _ByName = None,
    confidence: float = 0.95, multiplier: float | None = None, method: Any = None,
    invited: float | None = None, population: float | None = None, design_effect: float = 1,
    minimum_respondents: float = 10, correlation: float = 0, power: float = 0.8,
) -> Any: ...
def event_counts(
    figures: _TableLike, *, groups: _ByName = None, causes: int = 1, count_first_day: bool = False,
) -> Any: ...
def survival(
    figures: Any, *, groups: _ByName = None, causes: int = 1,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
    variance: Any = None, hazard: Any = None, midpoint: bool = False, carry: bool = False,
    count_first_day: bool = False, tolerance: float = 0,
) -> Any: ...
def log_rank(
    figures: Any, groups: _ByName = None, *, strata: _ByName = None, rho: float = 0, causes: int = 1,
    count_first_day: bool = False, tolerance: float = 0,
) -> Any: ...
def log_rank_series(
    figures: _TableLike, groups: _ByName, series: _ByName, *, strata: _ByName = None, rho: float = 0,
    causes: int = 1, count_first_day: bool = False, tolerance: float = 0,
) -> Any: ...
def gray_test(
    figures: _TableLike, groups: _ByName, *, cause: int = 1, strata: _ByName = None, rho: float = 0,
    causes: int = 1, count_first_day: bool = False, tolerance: float = 0,
) -> Any: ...
def follow_up(episodes: _TableLike, extract: Any, *, skip_leap_days: bool = False) -> Any: ...
def shares_within(
    figures: _TableLike, days: float, *, cause: int = 0, groups: _ByName = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
) -> Any: ...
def state_shares(
    records: _TableLike, *, groups: _ByName = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
) -> Any: ...
def state_transitions(
    records: _TableLike, *, groups: _ByName = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None,
) -> Any: ...
@overload
def paired_proportions(
    both: _Number, before_alone: _Number, after_alone: _Number, neither: _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
) -> Contrast: ...
@overload
def paired_proportions(
    both: _ColumnLike | _Number, before_alone: _ColumnLike | _Number,
    after_alone: _ColumnLike | _Number, neither: _ColumnLike | _Number, *,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    groups: _Groups = None,
) -> Any: ...
def paired_changes(
    figures: _TableLike, *, groups: _ByName = None,
    confidence: _Confidence = 0.95, multiplier: float | None = None, method: Any = None, test: Any = None,
    low_is_good: bool = False, smallest_change: float = 0,
) -> Any: ...
def study_change(
    design: Any, change: Estimate | Contrast, n: float,
    control: Estimate | Contrast | None = None, control_n: float | None = None,
) -> Any: ...
def study_changes(design: Any, figures: _TableLike, *, confidence: float = 0.95) -> Any: ...
def bright_spots(
    figures: _TableLike, *, groups: _ByName = None, low_is_good: bool = False,
    confidence: _Confidence = 0.95, multiplier: float | None = None,
) -> Any: ...

# --- monitoring over time ----------------------------------------------------------

def xmr_options(
    *, rule_set: Any = None, polarity: Any = "unstated", target: Any = None, baseline: int = 0, steps: Any = None,
    screening: Any = "rule-set", beyond: Any = "rule-set", ties: Any = "rule-set", trend_points: int = 0,
    shift_points: int = 0, minimum_points: int = 0, judge_trials: bool = False, missing: Any = "break",
    conflict: Any = "order", given_mean: Any = None, given_lower: Any = None, given_upper: Any = None,
    rolling: bool = False, ignore_scale: bool = False,
) -> Any: ...
def xmr_series(
    figures: _TableLike, *, series: _ByName = None, exceptions_first: bool = False, **options: Any,
) -> Any: ...
def xmr_points(figures: _TableLike, *, series: _ByName = None, **options: Any) -> Any: ...
def xmr_parts(figures: _TableLike, *, series: _ByName = None, **options: Any) -> Any: ...
def xmr_exceptions(series: _TableLike) -> Any: ...
def xmr_chart(figures: _TableLike, **options: Any) -> Any: ...

def __getattr__(name: str) -> Any: ...

def monotonic_trends(
    figures: _TableLike, *, groups: _ByName = None, confidence: _Confidence = 0.95, overlapping: bool = False,
) -> Any: ...
def proportion_trends(
    figures: _TableLike, *, groups: _ByName = None, test: Any = None, overlapping: bool = False,
) -> Any: ...
def weighted_trends(
    figures: _TableLike, *, groups: _ByName = None, confidence: _Confidence = 0.95, overlapping: bool = False,
) -> Any: ...
def rolling_figures(
    figures: _TableLike, *, groups: _ByName = None, span: Any = "rolling", n_periods: int = 0, year_start: int = 4,
    numerator: Any = "sum", denominator: Any = "sum", multiplier: float = 1,
) -> Any: ...
def projections(
    figures: _TableLike, *, groups: _ByName = None, target: float | None = None, confidence: _Confidence = 0.95,
    model: Any = "holt", start: Any = "first-points", alpha: float | None = None, beta: float | None = None,
    phi: float | None = None, horizon: int = 12, low_is_good: bool = False, any_scale: bool = False,
) -> Any: ...
def projection_points(
    figures: _TableLike, *, groups: _ByName = None, confidence: _Confidence = 0.95, model: Any = "holt",
    start: Any = "first-points", alpha: float | None = None, beta: float | None = None, phi: float | None = None,
    horizon: int = 12,
) -> Any: ...

def control_charts(
    figures: _TableLike, *, kind: Any, groups: _ByName = None, baseline: int = 0, multiplier: float = 1,
    screen: bool = True,
) -> Any: ...
def run_charts(figures: _TableLike, *, groups: _ByName = None, baseline: int = 0) -> Any: ...
def suggested_steps(figures: _TableLike, *, groups: _ByName = None, alpha: float = 0.05) -> Any: ...
def ears(
    figures: _TableLike, *, groups: _ByName = None, baseline: int = 0, alpha: float = 0.001,
    alpha_c3: float = 0.025, minimum_sd: float = 0.5,
) -> Any: ...
def cusums(
    figures: _TableLike, *, groups: _ByName = None, baseline: int = 0, allowance: float = 0.5,
    threshold: float = 5, minimum_sd: float = 0.5,
) -> Any: ...
def changes_over_time(
    figures: _TableLike, *, groups: _ByName = None, measure: Any = "proportion-difference",
    since: Any = "previous", n_steps: int = 0, confidence: _Confidence = 0.95, multiplier: float | None = None,
    method: Any = None, test: Any = None,
) -> Any: ...
def funnels_over_time(
    figures: _TableLike, *, places: _ByName, kind: Any = "proportion", spread: Any = "none", baseline: float = 0,
) -> Any: ...
