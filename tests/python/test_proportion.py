# SPDX-License-Identifier: LGPL-2.1-or-later
import math

import gi

gi.require_version("Marmot", "1")
from gi.repository import GLib, Marmot
import pytest


def test_the_share_of_partner_led_early_help():
    options = Marmot.IntervalOptions(multiplier=100)
    share = Marmot.proportion(469, 2780, options)
    assert share.get_value() == pytest.approx(100 * 469 / 2780, rel=1e-15)
    assert round(share.get_lower(), 1) == 15.5
    assert round(share.get_upper(), 1) == 18.3
    assert share.get_method() == Marmot.Method.WILSON


def test_a_share_that_cannot_be_says_why():
    share = Marmot.proportion(3, 0, None)
    assert math.isnan(share.get_value())
    assert share.get_status() == Marmot.Status.DENOMINATOR_NOT_POSITIVE


def test_a_wrong_confidence_raises_with_its_code():
    options = Marmot.IntervalOptions(confidence=95)
    with pytest.raises(GLib.Error) as caught:
        Marmot.proportion(1, 2, options)
    assert caught.value.matches(Marmot.error_quark(), Marmot.Error.INVALID_ARGUMENT)
