"""National statistical offices by their PxWeb installations, MakStat of North Macedonia first: one adapter, one line for each office.

The figure that a minister quotes is mostly the national office's own, and some fifty offices publish by this
program. Series are named ``pxweb:SITE/path/to/table.px?VARIABLE=CODE``. Keys none. Documentation: https://www.scb.se/px-web and
https://github.com/PxTools.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal

from sources._cube.key import TableKey
from sources._pxweb.reading import answered
from sources._pxweb.sites import NAME, named, site_named, sites
from sources._pxweb.walk import pages
from workbench.core.series import SourceInfo, Trial
from workbench.ports import Ask, CataloguePage, Fetch, Found

WALKED = ("MakStat", "UNECE")
"""Offices whose tables `catalogue update pxweb` lists. A walk takes a request a folder, some minutes an office. Tables of the others are
read by their names all the same; adding an office here is a word."""


class PxWeb:
    """The installations of PxWeb as a source of statistics; satisfies `workbench.ports.StatSource`.

    A series' name may leave variables open; they are settled by the claim's words, by totals, else by the first member, and told.
    Variables and members may be named by their codes or labels, in either alphabet: letters that look alike are one.
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
        trials=(
            Trial(
                "MakStat/PazarNaTrud/Plati/MesecnaBrutoNeto/225_PazTrud_Mk_GodPros_ml.px?Сектори и оддели=1&Мерка=0001",
                "MKD",
                2020,
                "denar",
                Decimal(24000),
                Decimal(31000),
            ),
            Trial("StatFin/tyti/135z.px?contentscode=Tyottaste_kausi", "FIN", 2019, "", Decimal(5), Decimal(9)),
        ),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """The tables of the installations in `WALKED`, folder by folder.

        Raises:
            SourceError: None of them answered.
        """
        async for page in pages(fetch, [site_named(name) for name in WALKED]):
            yield page

    async def observations(self, fetch: Fetch, ask: Ask) -> Found:
        """The figures of one series.

        Raises:
            SourceError: The office refused, or its answer is not what it is known to send.
            UsageError: There is no such office, table, variable or code.
        """
        key = TableKey.parse(ask.ref.key)
        site, path = named(key.table)
        return await answered(fetch, site, path, key, ask)


SOURCE = PxWeb()
