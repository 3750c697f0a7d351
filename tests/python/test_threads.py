# SPDX-License-Identifier: LGPL-2.1-or-later
"""Threads, from Python: how many, and that they change no bit."""

import marmot
import numpy as np
import pytest


@pytest.fixture
def threads():
    yield marmot.set_threads
    marmot.set_threads(0)


def test_how_many(threads):
    unasked = marmot.get_threads()
    assert unasked >= 1
    threads(3)
    assert marmot.get_threads() == 3
    threads(0)
    assert marmot.get_threads() == unasked


def test_their_number_changes_no_bit(threads):
    i = np.arange(200_003, dtype=np.float64)
    x = np.where(i % 997 == 0, -1, i * 7919 % 90)
    n = np.where(i % 1009 == 0, np.nan, 100 + i % 1000)
    results = []
    for number in (1, 2, 3, 8):
        threads(number)
        results.append(marmot.proportion_difference(x, n, n - x, n + 1).serialize())
    assert all(result == results[0] for result in results)
