"""A real server, started once for the tests that ask it."""

from served import served_store, server  # noqa: F401 -- fixtures

collect_ignore = ["conftest.py"]  # several files have this name, and none has examples
