# SPDX-License-Identifier: LGPL-2.1-or-later
"""C, Python and JavaScript give the same bits."""

import json
import subprocess

import marmot
import numpy as np
import pytest
from gi.repository import Marmot

# Every branch of the formulas, then many counts of every size over populations
# that divide badly.
rng = np.random.default_rng(20240229)
X = [0.0, 1.0, 9.0, 9.5, 10.0, 11.0, 2.5, 12.0, -1.0, 5.0, 1e-300, 1e15, 7.0]
N = [10.0, 3.0, 1e6, 1e6, 1e6, 11.0, 7.0, 11.0, 5.0, 0.0, 1.0, 1e16, -7.0]
X += rng.integers(0, 40, 500).astype(float).tolist() + (10 ** rng.uniform(0, 8, 500)).tolist()
N += (10 ** rng.uniform(0, 9, 1000)).tolist()
LEVELS = (0.95, 0.998)

PROGRAM = """
import Gio from 'gi://Gio';
const {proportion, rate} = await import('file://%(module)s/marmot.js');
const [, text] = Gio.File.new_for_path('%(inputs)s').load_contents(null);
const {x, n, confidence} = JSON.parse(new TextDecoder().decode(text));
const out = {};
for (const [name, statistic] of [['proportion', proportion], ['rate', rate]]) {
    const all = statistic(Float64Array.from(x), Float64Array.from(n), {confidence});
    out[name] = {};
    for (const [column, values] of Object.entries(all.columns())) {
        if (column !== 'status') {
            out[name][column] = Array.from(new BigUint64Array(values.toArray().buffer),
                (bits, i) => values.isNull(i) ? null : bits.toString(16));
        }
    }
}
print(JSON.stringify(out));
"""


def hexadecimal(value):
    """The bits of a double, or None for a missing one."""
    return None if value is None else format(np.float64(value).view(np.uint64), "x")


@pytest.fixture(scope="module")
def from_javascript(build_directory, tmp_path_factory):
    folder = tmp_path_factory.mktemp("javascript")
    inputs = folder / "inputs.json"
    inputs.write_text(json.dumps({"x": X, "n": N, "confidence": LEVELS}))
    program = folder / "program.js"
    program.write_text(PROGRAM % {"module": build_directory / "bindings/javascript", "inputs": inputs})
    done = subprocess.run(["gjs", "-m", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", ["proportion", "rate"])
def test_the_same_bits(name, from_javascript):
    many = getattr(marmot, name)(np.array(X), np.array(N), confidence=LEVELS)
    from_python = {
        column: [hexadecimal(v) for v in values.to_list()]
        for column, values in many.columns().items()
        if column != "status"
    }
    assert from_python == from_javascript[name]

    options = Marmot.IntervalOptions.new()
    options.set_levels(LEVELS)
    from_c = {column: [] for column in from_python}
    for x, n in zip(X, N):
        one = getattr(Marmot, name)(x, n, options)
        ok = one.get_status() == Marmot.Status.OK
        from_c["value"].append(hexadecimal(one.get_value()) if ok else None)
        for i, level in enumerate(("95", "99.8")):
            _, _, lower, upper = one.get_level(i)
            from_c[f"lower_{level}"].append(hexadecimal(lower) if ok else None)
            from_c[f"upper_{level}"].append(hexadecimal(upper) if ok else None)
    assert from_c == from_python
    assert sum(bits is None for bits in from_c["value"]) < len(X) / 2
