# SPDX-License-Identifier: LGPL-2.1-or-later
"""Progress of long reads: a bar of tqdm or rich, where one of them is installed."""

import contextlib


@contextlib.contextmanager
def told(progress):
    """What is to be told of the share done, or None: the function that ``progress`` is, or
    a bar if it is true and there is one. The bar ends with the block."""
    with contextlib.ExitStack() as stack:
        yield progress if callable(progress) else _bar(stack) if progress else None


def _bar(stack):
    """A function that moves a bar of tqdm or of rich; None if neither is there."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        pass
    else:
        bar = stack.enter_context(tqdm(total=100, desc="Reading", unit="%"))
        return lambda share: bar.update(round(100 * share) - bar.n)
    try:
        from rich.progress import Progress
    except ImportError:
        return None
    bar = stack.enter_context(Progress())
    task = bar.add_task("Reading", total=1)
    return lambda share: bar.update(task, completed=share)
