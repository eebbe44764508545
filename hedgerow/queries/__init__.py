"""Questions: a library of `.rq` files with typed parameters, and what is computed from answers."""
