"""National statistical offices with PxWeb installations, such as MakStat of North Macedonia: one line for each office.

Ministers mostly quote figures of their own national office, and some fifty offices use this program. Keys are
``pxweb:SITE/path/to/table.px?VARIABLE=CODE``. No API keys are needed. Documentation: https://www.scb.se/px-web and
https://github.com/PxTools.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from decimal import Decimal

from sources._cube.table_key import TableKey
from sources._pxweb.catalogue_list import beginning, pages
from sources._pxweb.fetch_observations import answered
from sources._pxweb.sites import NAME, named, site_named, sites
from workbench.core.series import ListTrial, SourceInfo, Trial
from workbench.ports import Ask, CataloguePage, Fetch, ServiceList, SourceAnswer

WALKED = ("MakStat", "UNECE")
"""Offices whose tables `catalogue update pxweb` lists. A walk takes one request per folder, some minutes per office.
Tables of other offices can still be read by their keys; to list another office, add its name here."""


FIGURES = (
    Trial(
        "MakStat/PazarNaTrud/Plati/MesecnaBrutoNeto/225_PazTrud_Mk_GodPros_ml.px?Сектори и оддели=1&Мерка=0001",
        "MKD",
        2020,
        "denar",
        Decimal(24000),
        Decimal(31000),
    ),
    Trial("StatFin/tyti/135z.px?contentscode=Tyottaste_kausi", "FIN", 2019, "", Decimal(5), Decimal(9)),
    Trial("SSB/07459?ContentsCode=Personer1", "NOR", 2019, "", Decimal(5_200_000), Decimal(5_500_000)),
    Trial("SSB1/07459?ContentsCode=Personer1", "NOR", 2019, "", Decimal(5_200_000), Decimal(5_500_000)),
    Trial("SCB/TAB638?ContentsCode=BE0101N1", "SWE", 2019, "", Decimal(10_200_000), Decimal(10_500_000)),
    Trial(
        "SCB1/BE/BE0101/BE0101A/BefolkningNy?ContentsCode=BE0101N1",
        "SWE",
        2019,
        "",
        Decimal(10_200_000),
        Decimal(10_500_000),
    ),
)
"""Questions to installations whose figures public clients ask for by these names; of the others no figure is known for sure, and
`doctor --live` asks them what their list begins with."""


def _lists(figures: Sequence[Trial]) -> tuple[ListTrial, ...]:
    tried = {one.key.partition("/")[0] for one in figures}
    return tuple(ListTrial(site.name, site.known) for site in sites().values() if site.name not in tried)


class PxWeb:
    """The installations of PxWeb as a source of statistics; satisfies `workbench.ports.StatSource`.

    A key may leave variables open; they are decided by the claim's words, by totals, or by the first member, and
    reported. Variables and members may be given by code or label, in either alphabet: look-alike letters are treated as
    equal.
    """

    info = SourceInfo(
        name=NAME,
        title="National offices (PxWeb)",
        publisher="the statistical office of each installation",
        licence="As each office's own terms say; reports print them beside the figure",
        url="https://www.scb.se/px-web",
        hosts=tuple(dict.fromkeys(site.host for site in sites().values())),
        covers=(
            "the national offices' own figures: North Macedonia, Kosovo, Albania, Slovenia, Croatia, Moldova, Switzerland, the Nordic "
            "and Baltic countries; and UNECE's of many: " + ", ".join(site.name for site in sites().values())
        ),
        recorded="2026-09-22",
        services=tuple(site.name for site in sites().values()),
        trials=(*FIGURES, *_lists(FIGURES)),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the tables of the installations in `WALKED`, folder by folder.

        Raises:
            SourceError: None of them answered.
        """
        async for page in pages(fetch, [site_named(name) for name in WALKED]):
            yield page

    async def service_list(self, fetch: Fetch, service: str) -> ServiceList:
        """Fetch the beginning of one installation's list.

        Raises:
            SourceError: The office refused, or its answer has an unknown form.
            UsageError: There is no such office.
        """
        return await beginning(fetch, site_named(service))

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series.

        Raises:
            SourceError: The office refused, or its answer has an unknown form.
            UsageError: There is no such office, table, variable or code.
        """
        key = TableKey.parse(ask.ref.key)
        site, path = named(key.table)
        return await answered(fetch, site, path, key, ask)


SOURCE = PxWeb()
