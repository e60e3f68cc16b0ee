"""The tallies in polars, on categorical columns."""

import polars
from listed import CATEGORIES, GROUPS, OUTCOMES, TALLIES, Lists

VERSION = f"polars {polars.__version__}"


def load(register, dictionaries):
    lists = Lists(dictionaries)
    types = {"学号": polars.String, **dict.fromkeys(CATEGORIES, polars.Categorical)}
    # An empty cell of a categorical column is null, whatever one asks for.
    graduates = polars.read_csv(register, schema_overrides=types).with_columns(
        polars.col(CATEGORIES).fill_null("")
    )
    both = polars.DataFrame(
        [(d, n, lists.employer_group(d, n)) for d in lists.roles for n in lists.by_nature],
        schema=dict.fromkeys(["毕业去向", "单位性质", "单位性质类别"], polars.Categorical),
        orient="row",
    )

    def said(column, words):
        return polars.col(column).replace_strict(words, return_dtype=polars.Categorical)

    graduates = graduates.with_columns(
        said("毕业去向", lists.lines).alias("统计类别"),
        said("毕业去向", lists.outcomes).alias("去向大类"),
        said("毕业去向", lists.roles).alias("去向角色"),
        said("民族", lists.minority).alias("少数民族"),
    ).join(both, on=["毕业去向", "单位性质"], how="left", maintain_order="left")
    return lambda: _make(graduates, lists)


def _make(graduates, lists):
    groups = {None: graduates}
    for group in GROUPS:
        column = polars.col(group["column"])
        chosen = column.is_in(group["is"]) if "is" in group else ~column.is_in(group["not"])
        groups[group["name"]] = groups[group.get("of")].filter(chosen)
    return {one["name"]: _tally(groups[one.get("of")], one, lists) for one in TALLIES}


def _tally(rows, one, lists):
    by = one["by"]
    if one.get("areas"):
        inside = [
            polars.col("就业省份").is_in(names).sum().alias(area)
            for area, names in lists.areas.items()
        ]
        return {area: [count] for area, count in rows.select(inside).row(0, named=True).items()}
    counts = [polars.len()]
    if one.get("placement"):
        counts += [(polars.col("去向大类") == outcome).sum().alias(outcome) for outcome in OUTCOMES]
    made = rows.group_by(by).agg(counts) if by else rows.select(counts)
    return {"\t".join(row[:len(by)]): list(row[len(by):]) for row in made.iter_rows()}
