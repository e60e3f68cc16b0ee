"""The tallies in DuckDB, on ENUM columns."""

import duckdb
from listed import CATEGORIES, GROUPS, OUTCOMES, TALLIES, TEXT, Lists

VERSION = f"duckdb {duckdb.__version__}"


DERIVED = ["统计类别", "去向大类", "去向角色", "单位性质类别", "少数民族"]

# Each graduate with what the code lists say.
CLASSIFIED = (
    "SELECT cells.*, destinations.c1 AS 统计类别, destinations.c2 AS 去向大类, "
    "destinations.c3 AS 去向角色, natures.c2 AS 单位性质类别, peoples.c1 AS 少数民族 "
    "FROM cells JOIN destinations ON 毕业去向 = destinations.c0 "
    "JOIN natures ON 毕业去向 = natures.c0 AND 单位性质 = natures.c1 "
    "JOIN peoples ON 民族 = peoples.c0"
)


def load(register, dictionaries):
    base = duckdb.connect()
    base.execute(f"CREATE TEMP TABLE cells AS FROM {reading(register)}")
    lists_into(base, Lists(dictionaries))
    values = {name: f"SELECT DISTINCT {name} FROM cells" for name in CATEGORIES} | {
        "统计类别": "SELECT c1 FROM destinations",
        "去向大类": "SELECT c2 FROM destinations",
        "去向角色": "SELECT c3 FROM destinations",
        "单位性质类别": "SELECT c2 FROM natures",
        "少数民族": "SELECT c1 FROM peoples",
    }
    for name, query in values.items():
        base.execute(
            f"CREATE TYPE {name}_ AS ENUM (SELECT DISTINCT * FROM ({query} UNION ALL SELECT ''))"
        )
    casts = ", ".join(f"{name}::{name}_ AS {name}" for name in [*CATEGORIES, *DERIVED])
    base.execute(f"CREATE TABLE graduates AS SELECT 学号, {casts} FROM ({CLASSIFIED})")
    base.execute("DROP TABLE cells")
    return lambda: make(base)


def reading(register):
    """The register as a table of texts; an empty cell is an empty text."""
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in TEXT)
    filled = ", ".join(f"'{name}'" for name in TEXT)
    return (
        f"read_csv('{register}', header = true, columns = {{{columns}}}, "
        f"force_not_null = [{filled}])"
    )


def lists_into(base, lists):
    """Makes tables of the code lists."""
    for name, rows in {
        "destinations": [(d, lists.lines[d], lists.outcomes[d], lists.roles[d]) for d in lists.roles],
        "natures": [(d, n, lists.employer_group(d, n)) for d in lists.roles for n in lists.by_nature],
        "peoples": list(lists.minority.items()),
        "areas": [(area, province) for area, names in lists.areas.items() for province in names],
    }.items():
        fields = ", ".join(f"c{i} VARCHAR" for i in range(len(rows[0])))
        base.execute(f"CREATE TABLE {name} ({fields})")
        base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def make(base):
    return {
        one["name"]: {
            "\t".join(row[:keys]): list(row[keys:]) for row in base.execute(query).fetchall()
        }
        for one, query, keys in QUERIES
    }


def _condition(name):
    """What a group's members are, those of the groups that it is part of included."""
    if name is None:
        return "true"
    group = next(one for one in GROUPS if one["name"] == name)
    test = "IN" if "is" in group else "NOT IN"
    values = ", ".join(f"'{value}'" for value in group.get("is") or group["not"])
    return f"{_condition(group.get('of'))} AND {group['column']} {test} ({values})"


def _query(one):
    where = _condition(one.get("of"))
    if one.get("areas"):
        return (
            "SELECT c0, count(就业省份) FROM areas LEFT JOIN "
            f"(SELECT 就业省份 FROM graduates WHERE {where}) ON c1 = 就业省份 GROUP BY c0"
        ), 1
    by = one["by"]
    counts = ["count(*)"]
    if one.get("placement"):
        counts += [f"count(*) FILTER (去向大类 = '{outcome}')" for outcome in OUTCOMES]
    ending = f" GROUP BY {', '.join(by)}" if by else ""
    return f"SELECT {', '.join([*by, *counts])} FROM graduates WHERE {where}{ending}", len(by)


QUERIES = [(one, *_query(one)) for one in TALLIES]
