"""The tallies that all programs are asked for, and the code lists that classify a graduate."""

import csv
import json
from pathlib import Path

_LISTED = json.loads(Path(__file__).with_name("tallies.json").read_text(encoding="utf-8"))
GROUPS = _LISTED["groups"]
TALLIES = _LISTED["tallies"]
OUTCOMES = ["就业", "升学", "未就业"]
GRASS_ROOTS = ["国家基层", "地方基层"]

TEXT = [
    "学号", "性别", "民族", "学历", "院系", "专业大类", "专业", "生源地", "生源城市", "特困家庭",
    "省级优秀毕业生", "毕业去向", "单位性质", "单位行业", "就业省份", "就业城市", "升学院校",
]
CATEGORIES = TEXT[1:]


def code_list(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def column(rows, key, value):
    """What a code list says in one column of the names in another."""
    return {row[key]: row[value] for row in rows}


class Lists:
    """What the code lists say of destinations, natures of employers, ethnic groups and areas."""

    def __init__(self, folder):
        destinations = code_list(folder, "destinations.csv")
        self.lines = column(destinations, "毕业去向", "统计类别")
        self.outcomes = column(destinations, "毕业去向", "去向大类")
        self.roles = column(destinations, "毕业去向", "角色")
        self.by_destination = column(destinations, "毕业去向", "单位性质类别")
        natures = code_list(folder, "employer-natures.csv")
        self.by_nature = {"": "", **column(natures, "单位性质", "单位性质类别")}
        minority = {"多数": "否", "少数": "是", "未知": ""}
        groups = code_list(folder, "ethnic-groups.csv")
        self.minority = {row["民族"]: minority[row["角色"]] for row in groups}
        self.areas = {}
        for row in code_list(folder, "strategy-areas.csv"):
            self.areas.setdefault(row["战略区域"], []).append(row["省份"])

    def employer_group(self, destination, nature):
        """The group of an employer: the destination's where that decides it, else the nature's."""
        own, registered = self.by_destination[destination], self.by_nature[nature]
        return registered or own if self.roles[destination] in GRASS_ROOTS else own or registered
