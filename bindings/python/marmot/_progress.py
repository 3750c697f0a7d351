# SPDX-License-Identifier: LGPL-2.1-or-later
"""Progress of long reads: a bar of tqdm or rich, where one of them is installed."""

import contextlib
import importlib.util


class _Tqdm:
    def __init__(self, title):
        from tqdm.auto import tqdm

        self._bar = tqdm(total=100, desc=title, unit="%")

    def __call__(self, fraction):
        self._bar.update(round(100 * fraction) - self._bar.n)

    def close(self):
        self._bar.close()


class _Rich:
    def __init__(self, title):
        from rich.progress import Progress

        self._progress = Progress()
        self._task = self._progress.add_task(title, total=1.0)
        self._progress.start()

    def __call__(self, fraction):
        self._progress.update(self._task, completed=fraction)

    def close(self):
        self._progress.stop()


@contextlib.contextmanager
def told(progress, title):
    """What is to be told of the fraction done, or None: the function that ``progress``
    is, or a bar if it is true and tqdm or rich is there. The bar ends with the block."""
    if callable(progress) or not progress:
        yield progress or None
        return
    kinds = [kind for name, kind in (("tqdm", _Tqdm), ("rich", _Rich)) if importlib.util.find_spec(name)]
    bar = kinds[0](title) if kinds else None
    try:
        yield bar
    finally:
        if bar:
            bar.close()
