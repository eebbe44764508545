"""Nothing lost, nothing doubled: operations on a store, each harmed at some moment and run again.

`python -m tests.torture --cycles 500` prints what came of it; see `__main__`.
"""
