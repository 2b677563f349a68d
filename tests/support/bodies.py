"""Bodies that do not exist, of every kind that reports, and the prose that they write.

Prose is made of sentences chosen by chance, so that no two reports read the same. In templates
{we} is the body's name for itself, {above} its superiors, {body} its full name, {year}, {last}
and {next} the years.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from tests.support.figures import Scale


@dataclass(frozen=True)
class Body:
    """A reporting body. `rank`: township, street, department, county or prefecture."""

    name: str
    we: str
    above: str
    rank: str
    makes_rules: bool = False
    office: str = "办公室"


BODIES: tuple[Body, ...] = (
    Body("临溪县柳塘镇人民政府", "我镇", "县委、县政府", "township", office="镇党政办公室"),
    Body("云岭县石门乡人民政府", "我乡", "县委、县政府", "township", office="乡党政综合办公室"),
    Body("柳塘镇人民政府", "我镇", "县委、县政府", "township", office="镇党政办"),
    Body("东湖市云河区新桥街道办事处", "我街道", "区委、区政府", "street", office="街道综合办"),
    Body("云河区南门街道", "街道", "区委、区政府", "street", office="党政办公室"),
    Body("临溪县教育局", "我局", "县委、县政府", "department"),
    Body("东湖市农业农村局", "我局", "市委、市政府", "department"),
    Body("云岭县卫生健康委员会", "我委", "县委、县政府", "department"),
    Body("临溪县人民政府", "我县", "省委、省政府", "county", office="县政府办公室"),
    Body("东湖市云河区人民政府", "我区", "市委、市政府", "county", office="区政府办公室"),
    Body("东湖市人民政府", "我市", "省委、省政府", "prefecture", True, "市政府办公室"),
    Body("第二十师二百零三团松泉镇", "我团", "师市党委", "township", office="团党政办公室"),
    Body("东湖经济技术开发区管理委员会", "管委会", "市委、市政府", "zone", office="党政办公室"),
)
SCALES: Mapping[str, tuple[Scale, ...]] = {
    "township": ("zero", "zero", "small"),
    "street": ("zero", "small"),
    "department": ("zero", "small", "large"),
    "county": ("small", "large"),
    "prefecture": ("large", "huge"),
    "zone": ("zero", "small"),
}

_NOTICES = {
    "2019": (
        "《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）",
        "国务院办公厅政府信息与政务公开办公室有关年度报告格式的通知",
    ),
    "2021": (
        "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
        "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉"
        "的通知》（国办公开办函〔2021〕30号）",
    ),
}

_OPENINGS = (
    "{year}年，{we}认真贯彻《中华人民共和国政府信息公开条例》，扎实推进政府信息公开工作。",
    "{year}年以来，{we}在{above}的正确领导下，坚持以公开促规范、以公开促服务，各项任务按期完成。",
    "{year}年，在{above}的领导和上级业务部门的指导下，{we}把政务公开作为转变作风的重要抓手，"
    "着力提高公开质量。",
    "{year}年度，{body}围绕群众关心的事项，持续做好信息公开。",
    "本年度，{we}按照《条例》和{above}部署，规范有序开展政府信息公开工作，现将有关情况报告如下。",
    "按照《{year}年政务公开工作要点》的安排，{we}逐项分解任务，明确责任人和完成时限。",
)
_PROACTIVE = (
    "（一）主动公开。及时更新机构职能、财政预算决算和惠民补贴等信息，重要文件同步解读。",
    "（一）主动公开情况。聚焦乡村振兴、义务教育、社会救助等重点领域，做到应公开尽公开。",
    "（一）主动公开政府信息情况。{year}年通过县级以上政府门户网站、政务新媒体和公开栏发布政务动态，"
    "内容涵盖通知公告、财政资金和公共服务。",
    "1.主动公开方面。梳理公开事项目录，对照标准化目录逐项补齐栏目内容。",
)
_ON_REQUEST = (
    "（二）依申请公开。登记、审核、答复、归档各环节责任到人，答复文书统一格式。",
    "（二）依申请公开情况。完善受理流程，畅通当面、信函和网络渠道，依法依规答复。",
    "（二）依申请公开工作。严格执行20个工作日的答复时限，疑难事项由{office}会同法律顾问研究。",
    "2.依申请公开方面。健全申请登记台账，一件一档，全程留痕。",
)
_MANAGEMENT = (
    "（三）政府信息管理。公开前逐件保密审查，失效文件及时标注，历史信息分类归档。",
    "（三）政府信息管理情况。落实先审查后公开，严格把好政治关、保密关、文字关。",
    "（三）政府信息管理。由{office}牵头，动态调整公开目录，定期清理过期信息。",
    "3.政府信息管理方面。落实信息发布三审制度，对公文公开属性实行源头管理。",
)
_PLATFORMS = (
    "（四）平台建设。维护门户网站栏目和便民大厅的查阅点，定期检查链接。",
    "（四）政府信息公开平台建设情况。优化公开专栏，运行维护微信公众号，更新村务公开栏。",
    "（四）平台建设。设有政府信息公开查阅点2个，安排专人负责，咨询电话0830-6251207。",
    "4.平台建设方面。统一新媒体账号管理，关停长期不更新的账号。",
)
_OVERSIGHT = (
    "（五）监督保障。公开工作纳入年度考核，开展社会评议，全年没有发生责任追究的情形。",
    "（五）监督保障情况。{year}年开展业务培训2次，社会评议结果良好，工作考核合格，未发生责任追究。",
    "（五）监督保障。成立由主要负责人任组长的领导小组，{office}负责日常工作，接受考核和社会评议，"
    "无责任追究情况。",
    "5.监督保障方面。对{last}年考核指出的不足逐条整改，社会评议满意度较高，没有需要追究责任的情形。",
)
_PROBLEMS = (
    "存在的主要问题：一是部分栏目更新不够及时；二是解读形式较为单一。",
    "{year}年，{we}政府信息公开工作取得一定进展，但仍存在一些不足：公开内容不够全面，人员业务不熟。",
    "（一）存在的主要问题。政策解读质量有待提高，公开渠道的宣传力度不够。",
    "当前工作与群众期待相比还有差距，主要是工作人员变动频繁，业务能力有待加强。",
    "存在问题主要有：信息公开的主动性不强，图文解读偏少。",
)
_IMPROVEMENTS = (
    "改进情况：一是实行栏目更新月提醒；二是增加图表解读和现场讲解。",
    "下一步，{we}将加强业务培训，计划在{next}年组织专题学习4次，不断提高工作水平。",
    "（二）改进情况。{next}年将完善考核机制，丰富解读形式，推动公开内容更贴近群众。",
    "针对上述问题，将明确专人负责，建立定期检查制度，切实提升公开质量。",
    "{next}年，拟增设公开专区1个，进一步拓宽公众参与渠道。",
)
_OTHERS = (
    "本年度未收取信息处理费，没有其他需要报告的事项。",
    "{year}年，{we}没有收取信息处理费。无其他需要报告的事项。",
    "按照《政府信息公开信息处理费管理办法》的规定，本年度{we}未产生信息处理费。",
    "依据《政府信息公开信息处理费管理办法》收取信息处理费的情况：本年度收费0元。",
    "暂无其他需要报告的事项，全年未发生信息处理费收费情况。",
)


# What stands before the tables of sections two to four, if anything does.
_LEADS: Mapping[int, tuple[str, ...]] = {
    2: (
        "",
        "",
        "{year}年主动公开政府信息情况见下表。",
        "{we}结合职责，及时公开各类政府信息，有关数据如下：",
        "收费金额单位：万元，其他单位：件。",
    ),
    3: (
        "",
        "",
        "{we}依法规范办理政府信息公开申请，具体情况如下表所示。",
        "（单位：件）",
        "申请渠道包括当面、信函、网上提交三种，均有专人登记。",
    ),
    4: ("", "", "具体情况如下表：", "（单位：件）", "{we}重视行政争议的预防和化解工作。"),
}
# What the page of a portal has above and below a report: its way there, dates, buttons.
_PAGES = (
    ("", ""),
    ("", ""),
    ("当前位置：首页 > 政府信息公开 > 政府信息公开年报", "【打印本页】 【关闭窗口】"),
    ("发布时间：{day} 来源：{office} 浏览次数：{many}", ""),
    ("索引号：00{many}/{next}-00012\n发布机构：{body}\n发布日期：{day}", "扫一扫在手机打开当前页"),
)


def pages(body: Body, year: int, rng: Random) -> tuple[str, str]:
    """Return what stands above the title and below the signature of a report from a portal."""
    latest = 3 if body.rank in ("county", "prefecture") else 1
    day = f"{year + 1}-{rng.randint(1, latest):02}-{rng.randint(2, 28):02}"
    words = {"day": day, "office": body.office, "many": rng.randint(100, 9999), "body": body.name}
    above, below = rng.choice(_PAGES)
    return above.format(**words, next=year + 1), below.format(**words, next=year + 1)


def titles(body: Body, year: int) -> tuple[str, ...]:
    """Return ways of writing the title, all of them right."""
    return (
        f"{body.name}{year}年政府信息公开工作年度报告",
        f"{body.name}{year}年政府信息公开工作年度报告",
        f"{body.name}\n{year}年政府信息公开工作年度报告",
        f"{year}年{body.name}政府信息公开工作年度报告",
        f"{body.name} {year} 年政府信息公开工作年度报告",
        f"{body.name}政府信息公开工作{year}年度报告",
        f"{body.name}\n政府信息公开工作年度报告\n（{year}年）",
    )


def prefaces(body: Body, year: int, form: str) -> tuple[str, ...]:
    """Return ways of beginning, all with the period; the notice is that of the form."""
    one, two = _NOTICES[form]
    period = f"统计期限自{year}年1月1日起至{year}年12月31日止"
    return (
        f"根据《中华人民共和国政府信息公开条例》和{one}的要求，编制本报告。本报告所列数据的{period}。",
        f"本报告依照《中华人民共和国政府信息公开条例》（以下简称《条例》）和{two}要求，"
        f"由{body.name}编制。报告中所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
        f"按照《中华人民共和国政府信息公开条例》第五十条规定，现公布{body.name}{year}年政府信息公开工作"
        f"年度报告。报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开"
        f"行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成，数据{period}。"
        "如有疑问，请与本单位办公室联系（联系电话：0830-6251207）。",
        f"根据{one}，现将{body.name}{year}年度政府信息公开工作情况报告如下。{period}。",
    )


def signatures(body: Body, year: int, rng: Random) -> tuple[str, ...]:
    """Return ways of ending, all within the deadline of such a body."""
    last = 3 if body.rank in ("county", "prefecture") else 1
    month, day = rng.randint(1, last), rng.randint(2, 28)
    date = f"{year + 1}年{month}月{day}日"
    return (f"{body.name}\n{date}", f"{body.name}\n{date}", date, "")


def sections_of(body: Body, year: int, form: str, rng: Random) -> dict[int, tuple[str, ...]]:
    """Return right prose for the six sections, each a tuple of paragraphs."""
    words = {"we": body.we, "above": body.above, "body": body.name, "office": body.office}
    years = {"year": year, "last": year - 1, "next": year + 1}

    def one(choices: tuple[str, ...]) -> str:
        return rng.choice(choices).format(**words, **years)

    aspects = (_PROACTIVE, _ON_REQUEST, _MANAGEMENT, _PLATFORMS, _OVERSIGHT)
    way = rng.random()
    if way < 0.6:  # all five numbered in one way
        at = rng.choice((0, 1, 2, 3))
        told = [choices[at].format(**words, **years) for choices in aspects]
    else:
        told = [one(choices) for choices in aspects]
    return {
        1: (one(_OPENINGS), *told),
        2: tuple(filter(None, (one(_LEADS[2]),))),
        3: tuple(filter(None, (one(_LEADS[3]),))),
        4: tuple(filter(None, (one(_LEADS[4]),))),
        5: (one(_PROBLEMS), one(_IMPROVEMENTS)),
        6: (one(_OTHERS),),
    }
