"""OECD, ECB, ILO, IMF, BIS, UNICEF, UN and others, by their SDMX services: one adapter, one table entry for each.

Migration, exchange rates, interest rates, labour, prices: all publishers use one protocol. Keys are
``sdmx:PROVIDER/FLOW?DIMENSION=CODE``, or ``?key=`` with the key as the office prints it; the flow is
``AGENCY,ID,VERSION``, without agency and version if they are the usual ones. No API keys are needed. Documentation:
https://github.com/sdmx-twg/sdmx-rest.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal

from sources._cube.table_key import TableKey
from sources._formats.sdmx.names import SdmxName, flow_named
from sources._sdmx.build_requests import SOURCE as NAME
from sources._sdmx.catalogue_list import beginning, pages
from sources._sdmx.fetch_observations import answered
from sources._sdmx.providers import BY_NAME, PROVIDERS, Provider
from sources._text.printable_text import clean
from workbench.core.errors import UnknownNameError, UsageError
from workbench.core.series import ListTrial, SourceInfo, Trial
from workbench.ports import Ask, CataloguePage, Fetch, ServiceList, SourceAnswer


class BadFlowError(UsageError):
    """The key of a series lacks its dataflow."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{clean(key, 80)} names no dataflow.",
            "Write sdmx:PROVIDER/FLOW?DIMENSION=CODE, such as sdmx:ECB/EXR?FREQ=A.",
        )


class Sdmx:
    """SDMX services as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title="SDMX services",
        publisher="OECD, ECB, ILO, IMF, BIS, UNICEF, UN, World Bank, Eurostat, ABS, Istat, INSEE, Bundesbank",
        licence="As each service's own terms say; reports print them beside the figure",
        url="https://sdmx.org",
        hosts=tuple(dict.fromkeys(one.host for one in PROVIDERS)),
        covers=(
            "economy, labour, migration, prices, rates and children, by the services of "
            + ", ".join(f"{one.title} ({one.pace})" if one.pace else one.title for one in PROVIDERS)
        ),
        services=tuple(one.name for one in PROVIDERS),
        trials=(
            Trial(
                "ECB/EXR?FREQ=A&CURRENCY=USD&CURRENCY_DENOM=EUR&EXR_TYPE=SP00&EXR_SUFFIX=A",
                "EA20",
                2019,
                "",
                Decimal("1.05"),
                Decimal("1.2"),
            ),
            Trial("WB/WDI?SERIES=SP_POP_TOTL", "MKD", 2020, "", Decimal(1700000), Decimal(2200000)),
            Trial(
                "IMF/CPI?INDEX_TYPE=CPI&COICOP_1999=_T&TYPE_OF_TRANSFORMATION=YOY_PCH_PA_PT&FREQUENCY=A",
                "DEU",
                2019,
                "",
                Decimal(1),
                Decimal(2),
            ),
            Trial("ABS/LF?key=M13.3.1599.20.AUS.M", "AUS", 2019, "percentage", Decimal("4.5"), Decimal(6)),
            Trial("ISTAT/151_874?key=M.IT.UNEM_R.Y.9.Y15-74.", "ITA", 2019, "", Decimal(9), Decimal(11)),
            Trial(
                "INSEE/CHOMAGE-TRIM-NATIONAL?FREQ=T&INDICATEUR=CTTXC&NATURE=TAUX&SEXE=0&AGE=00-",
                "FRA",
                2019,
                "",
                Decimal("7.5"),
                Decimal(9),
            ),
            Trial("BBK/BBDP1?key=M.DE.N.VPI.C.A00000.VGJ.LV", "DEU", 2019, "", Decimal(1), Decimal("2.5")),
            Trial("BIS/WS_CBPOL?FREQ=M", "USA", 2019, "", Decimal(1), Decimal(3)),
            Trial("ESTAT/UNE_RT_A?freq=A&age=Y15-74&unit=PC_ACT&sex=T", "DEU", 2019, "", Decimal("2.5"), Decimal(4)),
            Trial("UNICEF/CME?INDICATOR=CME_MRY0T4&SEX=_T", "DEU", 2019, "", Decimal(2), Decimal(6)),
            Trial("ILO/DF_UNE_DEAP_SEX_AGE_RT?FREQ=A&SEX=SEX_T", "DEU", 2019, "", Decimal("2.5"), Decimal(4)),
            Trial(
                "OECD/OECD.SDD.TPS,DSD_LFS@DF_IALFS_UNE_M?MEASURE=UNE_LF_M&UNIT_MEASURE=PT_LF_SUB&TRANSFORMATION=_Z&ADJUSTMENT=N&SEX=_T&AGE=Y_GE15&ACTIVITY=_Z&FREQ=A",
                "DEU",
                2019,
                "",
                Decimal("2.5"),
                Decimal(4),
            ),
            ListTrial("UN", "IAEG-SDGs,DF_SDG_GLH"),
        ),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the dataflows of each service, one page per service; the last page reports which did not answer.

        Raises:
            SourceError: None of them answered.
        """
        async for page in pages(fetch, PROVIDERS):
            yield page

    async def service_list(self, fetch: Fetch, service: str) -> ServiceList:
        """Fetch the list of dataflows of one service.

        Raises:
            SourceError: The service refused, or its answer has an unknown form.
            UsageError: There is no such service.
        """
        return await beginning(fetch, _provider(service))

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series.

        Raises:
            SourceError: The service refused, or its answer has an unknown form.
            UsageError: There is no such service, dataflow, dimension or code.
        """
        key = TableKey.parse(ask.ref.key)
        provider, flow = named(key.table)
        return await answered(fetch, provider, flow, key, ask)


def named(table: str) -> tuple[Provider, SdmxName]:
    """Split the first part of a key into the service and the dataflow.

    Raises:
        UsageError: There is no such service, or no dataflow is named.

    >>> provider, flow = named("OECD/OECD.SDD.TPS,DSD_LFS@DF_IALFS_UNE_M,1.0")
    >>> provider.title, flow.agency
    ('OECD', 'OECD.SDD.TPS')
    """
    first, slash, reference = table.partition("/")
    provider = _provider(first)
    if not slash:
        raise BadFlowError(table)
    try:
        return provider, flow_named(reference)
    except ValueError as error:
        raise BadFlowError(table) from error


def _provider(name: str) -> Provider:
    provider = BY_NAME.get(name.lower())
    if provider is None:
        raise UnknownNameError("SDMX service", name, [one.name for one in PROVIDERS])
    return provider


SOURCE = Sdmx()
