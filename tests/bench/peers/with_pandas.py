"""The tallies in pandas, on categorical columns."""

import pandas
from listed import CATEGORIES, GROUPS, OUTCOMES, TALLIES, Lists

VERSION = f"pandas {pandas.__version__}"


def load(register, dictionaries):
    lists = Lists(dictionaries)
    types = {"学号": "str", **dict.fromkeys(CATEGORIES, "category")}
    graduates = pandas.read_csv(register, dtype=types, keep_default_na=False)

    def said(column, words):
        """What a code list says of a column: of each value once."""
        values = graduates[column].cat.categories
        told = pandas.Categorical([words[value] for value in values])
        return pandas.Categorical.from_codes(told.codes[graduates[column].cat.codes], told.categories)

    graduates["统计类别"] = said("毕业去向", lists.lines)
    graduates["去向大类"] = said("毕业去向", lists.outcomes)
    graduates["去向角色"] = said("毕业去向", lists.roles)
    graduates["少数民族"] = said("民族", lists.minority)
    natures = graduates["单位性质"].cat.categories
    both = graduates["毕业去向"].cat.codes.astype("int32") * len(natures) + graduates["单位性质"].cat.codes
    told = pandas.Categorical([
        lists.employer_group(destination, nature)
        for destination in graduates["毕业去向"].cat.categories
        for nature in natures
    ])
    graduates["单位性质类别"] = pandas.Categorical.from_codes(told.codes[both], told.categories)
    return lambda: _make(graduates, lists)


def _make(graduates, lists):
    groups = {None: graduates}
    for group in GROUPS:
        whole = groups[group.get("of")]
        column = whole[group["column"]]
        chosen = column.isin(group["is"]) if "is" in group else ~column.isin(group["not"])
        groups[group["name"]] = whole[chosen]
    return {one["name"]: _tally(groups[one.get("of")], one, lists) for one in TALLIES}


def _tally(rows, one, lists):
    by = one["by"]
    if one.get("areas"):
        return {area: [int(rows["就业省份"].isin(names).sum())] for area, names in lists.areas.items()}
    if not one.get("placement"):
        counts = rows.groupby(by, observed=True, sort=False).size()
        return {_key(key): [int(count)] for key, count in counts.items()}
    if not by:
        counts = rows["去向大类"].value_counts()
        return {"": [len(rows), *(int(counts.get(outcome, 0)) for outcome in OUTCOMES)]}
    counts = rows.groupby([*by, "去向大类"], observed=True, sort=False).size().unstack(fill_value=0)
    counts = counts.reindex(columns=OUTCOMES, fill_value=0)
    return {
        _key(key): [sum(row), *row] for key, row in zip(counts.index, counts.to_numpy().tolist())
    }


def _key(key):
    return "\t".join(key) if isinstance(key, tuple) else key
