"""Open an explorer's printed address as a browser would, and ask it what it holds.

python -m scripts.knock ADDRESS
"""

import json
import sys
from http.cookiejar import CookieJar
from urllib.parse import urljoin
from urllib.request import HTTPCookieProcessor, build_opener

SECONDS = 30


def main(arguments: list[str]) -> int:
    """Print the explorer's status; an error where it does not answer."""
    (address,) = arguments
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    opener.open(address, timeout=SECONDS).close()
    with opener.open(urljoin(address, "/api/status"), timeout=SECONDS) as answer:
        status = json.load(answer)
    sys.stdout.write(f"the explorer holds {status['documents']} documents\n")
    return 0 if status["documents"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
