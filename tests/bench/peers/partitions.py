"""The tallies as plain GROUP BYs over Parquet files, a folder for each school: how a register is
counted that no one machine holds. Prints what it took.

    python partitions.py EDITION_FOLDER DICTIONARIES_FOLDER PARTS_FOLDER
"""

import sys
import time
from pathlib import Path

import duckdb
from listed import Lists
from measure import peak
from with_duckdb import CLASSIFIED, lists_into, make, reading

SCHOOL_SIZE = 5809


def main(edition, dictionaries, parts):
    parts = Path(parts)
    if not parts.exists():
        base = duckdb.connect()
        register = Path(edition) / "graduates.csv"
        base.execute(
            f"COPY (SELECT *, (row_number() OVER () - 1) // {SCHOOL_SIZE} // 64 AS 片 "
            f"FROM {reading(register)}) TO '{parts}' (FORMAT parquet, PARTITION_BY (片))"
        )
        print(f"written as Parquet; peak so far {peak()} MB; run again to count")
        return
    files = list(parts.rglob("*.parquet"))
    base = duckdb.connect()
    lists_into(base, Lists(Path(dictionaries)))
    base.execute(f"CREATE VIEW cells AS FROM read_parquet('{parts}/**/*.parquet')")
    base.execute(f"CREATE VIEW graduates AS {CLASSIFIED}")
    start = time.perf_counter()
    counts = make(base)
    took = time.perf_counter() - start
    size = sum(file.stat().st_size for file in files) / 1e6
    print(
        f"{counts['落实情况'][''][0]:,} graduates in {len(files)} files of {size:.0f} MB: "
        f"{len(counts)} tallies in {took:.2f} s, peak {peak():.0f} MB"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
