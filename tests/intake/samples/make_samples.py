"""Makes the sample exports beside this file with programs other than the reader that is tested:
openpyxl (.xlsx), xlwt (.xls), LibreOffice (.xlsx from CSV) and plain text. Everybody in them is invented.

    python3 -m venv v && v/bin/pip install openpyxl==3.1.5 xlwt==1.3.0
    v/bin/python tests/intake/samples/make_samples.py      # LibreOffice's `soffice` on the path

Personal cells hold marks (甲标记…, 138 0000 …) that no output may contain; the test looks for them.
"""
import csv
import pathlib
import random
import subprocess
import tempfile

import openpyxl
import xlwt

HERE = pathlib.Path(__file__).parent
NATIONAL = """考生号 身份证号 姓名 性别代码 性别 民族代码 民族 政治面貌代码 政治面貌 院校代码 院校名称 分校名称 学历代码 学历 专业代码
专业 专业方向 培养方式代码 培养方式 定向或委培单位 生源所在地代码 生源所在地 城乡生源 学制 入学时间 毕业时间 师范生类别代码 师范生类别
困难生类别代码 困难生类别 所在院系 所在班级 学号 出生日期 入学前档案所在单位 入学前户口所在地派出所 户口是否转入学校 档案是否转入学校
手机号码 电子邮箱 QQ号码 家庭住址 家庭电话 家庭邮编 毕业去向代码 毕业去向 单位组织机构代码 单位名称 单位性质代码 单位性质 单位行业代码
单位行业 单位所在地代码 单位所在地 工作职位类别代码 工作职位类别 单位联系人 联系人电话 联系人手机 联系人电子邮箱 联系人传真 单位地址
单位邮编 报到证签发类别代码 报到证签发类别 报到证签往单位名称 签往单位所在地代码 签往单位所在地 报到证编号 报到起始时间 档案转寄单位名称
档案转寄单位地址 档案转寄单位邮编 户口迁转地址""".split()
SCHEME = """学号 姓名 性别 生源地名称 生源地代码 民族名称 政治面貌 城乡生源 学历层次 院系 专业名称 专业方向 专业代码 入学年月 毕业日期
培养方式 委培单位 学习形式 毕业去向类别代码 毕业去向 签约日期 单位名称 统一社会信用代码 留学国家地区 留学院校中文名称 留学院校外文名称
留学专业中文名称 留学专业外文名称 单位性质代码 单位性质 单位行业代码 单位行业 单位所在地代码 单位所在地 单位地址 工作职位类别代码
工作职位类别 考生号 出生日期 毕业年份""".split()

PLACES = [("530100", "云南省昆明市"), ("530300", "云南省曲靖市"), ("532900", "云南省大理白族自治州"),
          ("510100", "四川省成都市"), ("520100", "贵州省贵阳市"), ("110108", "北京市海淀区")]
MAJORS = {"文学院": ("汉语言文学", "050101"), "理学院": ("数学与应用数学", "070101"),
          "信息学院": ("软件工程", "080902"), "医学院": ("护理学", "101101")}
JOBS = [("10", "签就业协议形式就业"), ("11", "签劳动合同形式就业"), ("12", "其他录用形式就业")]
EMPLOYERS = [("云岭第一医院", "23", "医疗卫生单位", "43", "卫生和社会工作"),
             ("云岭软件有限公司", "39", "其他企业", "34", "信息传输、软件和信息技术服务业"),
             ("云岭中学", "22", "中初教育单位", "42", "教育"),
             ("云岭水务集团有限公司", "31", "国有企业", "23", "电力、热力、燃气及水生产和供应业")]


def person(i, dice):
    """What a file tells of a person; none of it may come out again."""
    return {
        "姓名": f"甲标记{chr(0x4e00 + i * 7)}", "身份证号": f"53010220020{1 + i % 9}{10 + i % 18}{1000 + i:04d}",
        "考生号": f"215301{i:08d}", "手机号码": f"138{i:04d}0000", "电子邮箱": f"mark{i}@example.com",
        "QQ号码": f"77{i:06d}", "家庭住址": f"标记路{i}号{i}室", "家庭电话": f"0871-{6000000 + i}",
        "出生日期": f"20020{1 + i % 9}{10 + i % 18}", "单位联系人": f"乙标记{chr(0x5e00 + i * 3)}",
        "联系人电话": f"0871-{6500000 + i}", "联系人手机": f"139{i:04d}0000",
        "联系人电子邮箱": f"hr{i}@example.com", "户口迁转地址": f"标记街道{i}号",
    }


def graduate(i, dice):
    """One graduate in the words of the national export."""
    department = list(MAJORS)[i % len(MAJORS)]
    major, code = MAJORS[department]
    origin = PLACES[0] if i % 3 else dice.choice(PLACES)
    row = dict(person(i, dice), **{
        "学号": f"2021{i:06d}", "性别": "女" if i % 2 else "男", "性别代码": "2" if i % 2 else "1", "民族": "汉族",
        "民族代码": "01", "学历": "本科生毕业", "学历代码": "31", "专业": major, "专业代码": code, "所在院系": department,
        "院校名称": "云岭大学", "生源所在地代码": origin[0], "生源所在地": origin[1], "入学时间": "202109",
        "毕业时间": "202507", "困难生类别": "非困难生", "困难生类别代码": "0", "师范生类别": "非师范生", "师范生类别代码": "2",
    })
    fate = i % 10
    if fate < 6:
        kind = dice.choice(JOBS)
        employer, nature, nature_name, trade, trade_name = dice.choice(EMPLOYERS)
        place = dice.choice(PLACES)
        row |= {"毕业去向代码": kind[0], "毕业去向": kind[1], "单位名称": employer, "单位性质代码": nature,
                "单位性质": nature_name, "单位行业代码": trade, "单位行业": trade_name, "单位所在地代码": place[0],
                "单位所在地": place[1], "工作职位类别代码": "29", "工作职位类别": "其他专业技术人员"}
    elif fate < 8:
        row |= {"毕业去向代码": "801", "毕业去向": "境内升学—研究生", "单位名称": "云岭大学", "单位性质代码": "21",
                "单位性质": "高等教育单位", "单位所在地代码": "530100", "单位所在地": "云南省昆明市"}
    else:
        row |= {"毕业去向": "求职中"}
    return row


def graduates(n):
    dice = random.Random(2025)
    return [graduate(i, dice) for i in range(1, n + 1)]


def cells(rows, header, names=None):
    names = names or {}
    return [[row.get(names.get(column, column), "") for column in header] for row in rows]


def national_xlsx():
    """A national export as a school keeps it: title, merged cells, hidden row and column, a total."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "就业登记"
    sheet.append(["云岭大学2025届毕业生就业信息登记表"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=20)
    sheet.append(NATIONAL)
    rows = graduates(60)
    for row in cells(rows, NATIONAL):
        sheet.append(row)
    sheet.append(["合计", "", 60])
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["AE"].hidden = True
    notes = book.create_sheet("填表说明")
    notes.append(["请于 6 月 30 日前报送"])
    book.save(HERE / "university.xlsx")


def faulty_xlsx():
    """The same with planted faults; faults.csv says which."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "就业登记"
    sheet.append(NATIONAL)
    rows = graduates(60)
    planted = []

    def plant(i, check, column, **change):
        rows[i] |= change
        planted.append([check, column, i + 2])

    plant(8, "取值不在代码表", "毕业去向", 毕业去向="灵活就业", 毕业去向代码="")
    plant(9, "取值不在代码表", "毕业去向", 毕业去向="灵活就业", 毕业去向代码="")
    plant(18, "代码与名称不符", "毕业去向", 毕业去向="求职中", 毕业去向代码="10")
    plant(28, "自相矛盾的行", "毕业去向", 单位名称="云岭中学", 单位性质="中初教育单位", 单位所在地="云南省昆明市")
    plant(12, "必填的空格", "性别", 性别="", 性别代码="")
    plant(22, "取值不在代码表", "生源地", 生源所在地="云岭省", 生源所在地代码="")
    plant(32, "日期", "毕业时间", 毕业时间="20250231")
    plant(42, "选填列的取值", "单位性质", 单位性质="乡镇单位", 单位性质代码="")
    plant(44, "个人信息", "单位名称", 单位名称="标记商行13800440000")
    plant(52, "编号被 Excel 改坏", "学号", 学号="2.02E+09")
    rows[53] = dict(rows[3], 单位名称="云岭小学")
    planted.append(["重复的学号", "学号", 55])
    for row in cells(rows, NATIONAL):
        sheet.append(row)
    book.save(HERE / "faulty.xlsx")
    with open(HERE / "faulty.planted.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([["检查", "列", "行"], *planted])


def scheme_xls():
    """The export of 2024 as an old workbook, with numbers and dates as Excel keeps them."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    names = {"生源地名称": "生源所在地", "生源地代码": "生源所在地代码", "民族名称": "民族", "学历层次": "学历", "院系": "所在院系",
             "专业名称": "专业", "入学年月": "入学时间", "毕业日期": "毕业时间", "毕业去向类别代码": "毕业去向代码"}
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for c, name in enumerate(SCHEME):
        sheet.write(0, c, name)
    for r, row in enumerate(cells(graduates(30), SCHEME, names), 1):
        for c, text in enumerate(row):
            if SCHEME[c] == "毕业日期":
                sheet.write(r, c, 45838, day)
            elif SCHEME[c] == "学号":
                sheet.write(r, c, int(text))
            else:
                sheet.write(r, c, text)
    book.save(str(HERE / "scheme.xls"))


PINYIN = {"XH": "学号", "XM": "姓名", "XBDM": "性别代码", "MZDM": "民族代码", "XLDM": "学历代码", "YXMC": "所在院系", "ZYMC": "专业",
          "SYDDM": "生源所在地代码", "Byqxdm": "毕业去向代码", "DWMC": "单位名称", "DWXZDM": "单位性质代码", "DWHYDM": "单位行业代码",
          "DWSZDDM": "单位所在地代码"}


def codes_only():
    """Codes without names under pinyin headers: UTF-16 with tabs, GBK, an HTML page called .xls."""
    rows = [row | {"毕业去向代码": row.get("毕业去向代码", "70")} for row in graduates(20)]
    table = [list(PINYIN), *cells(rows, list(PINYIN), PINYIN)]
    text = "".join("\t".join(row) + "\r\n" for row in table)
    (HERE / "codes.utf16.txt").write_bytes(text.encode("utf-16"))
    text = "".join(",".join(row) + "\r" for row in table)
    (HERE / "codes.gbk.csv").write_bytes(text.encode("gb18030"))
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in table)
    page = f'<html><head><meta charset="gb2312"></head><body><table border=1>{body}</table></body></html>'
    (HERE / "codes.html.xls").write_bytes(page.encode("gb18030"))


def two_rows_xlsx():
    """A school's own table: two header rows with merged groups, departments merged downwards."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["云岭职业学院毕业生情况一览"])
    sheet.append(["学号", "姓名", "性别", "学历", "二级学院", "专业名称", "生源地", "", "毕业去向", "就业单位", "", ""])
    sheet.append(["", "", "", "", "", "", "省", "市", "", "单位名称", "单位性质", "单位行业"])
    sheet.merge_cells("A1:L1")
    for column in "ABCDEFI":
        sheet.merge_cells(f"{column}2:{column}3")
    sheet.merge_cells("G2:H2")
    sheet.merge_cells("J2:L2")
    for i in range(1, 13):
        job = i % 4
        sheet.append([f"'2022{i:04d}", f"甲标记{chr(0x4e00 + i)}", "女生" if i % 2 else "男 ", "高职(专科)",
                      "护理系" if i == 1 else ("" if i < 7 else "信息 系" if i == 7 else ""), "护理" if i < 7 else "软件技术",
                      "云南", "昆明" if i % 2 else "曲靖市", "签劳动合同形势就业" if job else "待就业",
                      "云岭第一医院" if job else "无", "国企" if job else "", "卫生和社会工作" if job else ""])
    sheet.merge_cells("E4:E9")
    sheet.merge_cells("E10:E15")
    sheet.append(["填表人：甲标记丙", "联系电话：13800009999"])
    book.save(HERE / "two-rows.xlsx")


def lists():
    """A roster, honours and hardship, to be joined by student or identity number."""
    rows = graduates(60)
    with open(HERE / "花名册.csv", "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["学号", "姓名", "学院", "专业名称", "学科门类"])
        for row in rows:
            group = {"文学院": "文学", "理学院": "理学", "信息学院": "工学", "医学院": "医学"}[row["所在院系"]]
            writer.writerow([row["学号"], row["姓名"], row["所在院系"], row["专业"], group])
    with open(HERE / "省级优秀毕业生名单.csv", "w", encoding="gb18030", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["省级优秀毕业生名单"])
        writer.writerow(["序号", "姓名", "身份证号"])
        writer.writerows([[i + 1, row["姓名"], row["身份证号"]] for i, row in enumerate(rows[::10])])
    book = openpyxl.Workbook()
    book.active.append(["学号", "姓名", "困难等级"])
    for row in rows[::6]:
        book.active.append([row["学号"], row["姓名"], "家庭困难"])
    book.save(HERE / "家庭困难名单.xlsx")


def libreoffice_xlsx():
    """The 2024 export saved by LibreOffice."""
    names = {"生源地名称": "生源所在地", "民族名称": "民族", "学历层次": "学历", "院系": "所在院系", "专业名称": "专业"}
    header = ["学号", "姓名", "性别", "生源地名称", "民族名称", "学历层次", "院系", "专业名称", "毕业去向", "单位名称", "单位性质",
              "单位行业", "单位所在地"]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "libreoffice.csv")
        with open(path, "w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([header, *cells(graduates(20), header, names)])
        subprocess.run(["soffice", "--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "--outdir",
                        str(HERE), str(path)], check=True, capture_output=True)


PULLS = ["薪资待遇", "工作地点", "发展空间"]
SCALE = ["很满意", "比较满意", "一般", "不太满意", "很不满意"]


def survey_answers(n):
    dice = random.Random(7)
    for i in range(1, n + 1):
        went = ["就业", "升学", "未就业"][i % 3]
        pulls = [one for one in PULLS if dice.random() < 0.5]
        yield {"i": i, "went": went, "pulls": pulls, "other": i % 9 == 0, "teaching": SCALE[min(4, i % 7)],
               "service": SCALE[min(4, i % 6)], "words": f"丙标记建议{i}", "seconds": 5 if i == 20 else 60 + i}


def wjx_text_xlsx():
    """问卷星, answers by text: six leading columns, ┋, (跳过), (空), 〖what was written〗."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您的姓名", "2、您目前的去向", "3、找工作看重什么？[多选题]",
                  "4、您对学校的满意度—教学", "4、您对学校的满意度—就业服务", "5、您的建议"])
    for one in survey_answers(40):
        pulls = one["pulls"] + (["其他【请注明】〖丙标记离家近〗"] if one["other"] else [])
        asked = one["went"] != "升学"
        sheet.append([one["i"], "2025/9/1 10:00:00", f"{one['seconds']}秒", "微信", "直接访问", f"10.0.0.{one['i']}(标记省)",
                      f"甲标记{one['i']}", one["went"], "(跳过)" if not asked else "┋".join(pulls) or "(空)",
                      one["teaching"], one["service"], one["words"]])
    book.save(HERE / "wjx-text.xlsx")


def wjx_coded_xls():
    """问卷星, answers by code: one 0/1 column an option, -3 where skipped."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("sheet1")
    header = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "第1题(您目前的去向)",
              *[f"第2题({one})" for one in [*PULLS, "其他【请注明】"]], "第3题(您对教学的满意度)"]
    for c, name in enumerate(header):
        sheet.write(0, c, name)
    for r, one in enumerate(survey_answers(40), 1):
        asked = one["went"] != "升学"
        flags = [int(pull in one["pulls"]) if asked else -3 for pull in PULLS] + [int(one["other"]) if asked else -3]
        row = [one["i"], "2025/9/1 10:00:00", f"{one['seconds']}秒", "微信", "直接访问", f"10.0.0.{one['i']}",
               ["就业", "升学", "未就业"].index(one["went"]) + 1, *flags, SCALE.index(one["teaching"]) + 1]
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    book.save(str(HERE / "wjx-coded.xls"))


def tencent_csv():
    """腾讯问卷: start and end, place, a column a question with its number, answers joined by |."""
    with open(HERE / "tencent.csv", "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["编号", "开始答题时间", "结束答题时间", "答题时长", "地理位置国家和地区", "地理位置省", "用户类型", "用户标识",
                         "1.贵单位对本校毕业生总体满意吗？", "2.贵单位看重什么？", "3.联系人及电话"])
        for one in survey_answers(30):
            writer.writerow([one["i"], "2025-09-01 10:00:00", "2025-09-01 10:02:00", "00:02:00", "中国", "标记省", "匿名用户",
                             f"mark{one['i']}", one["teaching"], "|".join(one["pulls"]), f"乙标记{one['i']} 1380000{one['i']:04d}"])


if __name__ == "__main__":
    wjx_text_xlsx()
    wjx_coded_xls()
    tencent_csv()
    national_xlsx()
    faulty_xlsx()
    scheme_xls()
    codes_only()
    two_rows_xlsx()
    lists()
    libreoffice_xlsx()
