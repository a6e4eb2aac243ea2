"""A lane's thread that works when a test says so, and state.db as anyone can read it."""

import sqlite3
from concurrent.futures import Future
from contextlib import closing


class ByHand:
    """An executor that runs what it was given once it is told to."""

    def __init__(self):
        self.waiting = []

    def submit(self, job):
        self.waiting.append((Future(), job))
        return self.waiting[-1][0]

    def run_all(self, qapp):
        """Do all that waits, and let the window hear of it."""
        while self.waiting:
            future, job = self.waiting.pop(0)
            try:
                future.set_result(job())
            except Exception as error:
                future.set_exception(error)
            qapp.processEvents()

    def shutdown(self, **_how):
        self.waiting.clear()


def rows(state, table, columns):
    """Those columns of every row of a table of state.db."""
    with closing(sqlite3.connect(state)) as connection:
        return connection.execute(f"SELECT {columns} FROM {table}").fetchall()
