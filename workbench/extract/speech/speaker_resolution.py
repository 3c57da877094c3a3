"""People: resolves the words that name a speaker to a person with name, role and organisation.

A report names a speaker in full once and then says "Spasovski", "the minister" or "he". A verdict
must name the same person each time. So every full name with its role is noted as the text is read, and a later mention
means the last noted person that fits.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from workbench.core.document import Speaker
from workbench.core.months import months
from workbench.extract.speech.pronouns import may_be, pronouns_by_title
from workbench.extract.words.lowercase_words import plain_words

_ROLE_PREFIXES = r"(?:[Pp]rime |[Dd]eputy |[Vv]ice[- ]|[Ff]ormer |[Aa]cting |[Cc]hief |[Ff]irst |[Ss]hadow )*"
_OFFICES = (
    r"[Mm]inister|[Pp]resident|[Cc]hancellor|[Ss]ecretary|[Gg]overnor|[Ss]enator|[Cc]ommissioner|[Dd]irector"
    r"|[Cc]hairman|[Cc]hairwoman|[Cc]hair|[Mm]ayor|[Ss]peaker|[Ss]pokesman|[Ss]pokeswoman|[Ss]pokesperson"
    r"|[Aa]mbassador|[Pp]remier|[Gg]eneral|[Cc]hief|[Oo]fficer|[Cc]ongressman|[Cc]ongresswoman|[Rr]epresentative"
)
_OCCUPATIONS = (
    r"[Mm]ember|[Pp]rofessor|[Jj]udge|[Jj]ustice|[Pp]rosecutor|[Aa]ttorney|[Ll]eader|[Ee]conomist|[Aa]nalyst"
    r"|[Ee]xpert|[Pp]rincipal|[Ss]heriff|[Cc]aptain|[Cc]oach|[Kk]ing|[Qq]ueen|[Pp]rince|[Pp]ope|[Ee]ditor"
    r"|[Nn]ominee|[Bb]usinessman|[Bb]usinesswoman|[Cc]andidate|[Pp]ollster|[Ll]awyer|[Ss]trategist"
)
_ABBREVIATED_ROLES = r"CEO|MP|MEP|Rep\.|Sen\.|Gov\.|Gen\.|Dr\.|Prof\."
_ROLE_WORDS = rf"{_ROLE_PREFIXES}(?:{_OFFICES}|{_OCCUPATIONS}|{_ABBREVIATED_ROLES})"
_PART = r"(?:(?:[A-ZÀ-ÞĀ-Ž]\.){1,3}|(?:St|Jr|Sr)\.|[A-ZÀ-ÞĀ-Ž][\w'’-]*)"
_NAME = rf"{_PART}(?:\s(?:(?:de|van|von|der|den|al|bin|da|di|la|el|du)\s)*{_PART}){{1,3}}"
"""A full stop belongs to an initial: "Donald J. Trump" is a name, "Clinton. And" none."""

_ROLE = re.compile(_ROLE_WORDS + r"\b")
_WORD = re.compile(r"[a-z]+")
_HEADS = frozenset(_WORD.findall(re.sub(r"\[\w(\w)\]", r"\1", _ROLE_WORDS).casefold()))
"""Every word of the roles; a text with none of them names nobody with a role."""

_TITLED = re.compile(
    rf"\b{_ROLE_WORDS}(?P<of>\s(?:of|for)\s(?:the\s)?[A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+){{0,2}})?\s(?P<name>{_NAME})"
)
_DOMAIN = re.compile(r"(?:[A-ZÀ-Þ][\w'’&-]*\s(?:and\s|of\s)?){1,4}\Z|\b[a-z]{4,}\s\Z")
_NO_DOMAIN = frozenset(
    ["with", "from", "that", "when", "said", "told", "says", "while", "where", "then", "into", "under", "over",
     "after", "before", "former", "welcome", "welcomed", "thank", "thanked", "tell", "meet", "like", "both", "elect",
     "elected", "asked"]
)  # fmt: skip
_DESCRIBED = re.compile(r"(?P<name>[A-ZÀ-ÞĀ-Ž][\w'’-]+),\s(?:the|an?|its|his|her|their)\s(?P<role>[^,;:]{3,80})")
_FULL = re.compile(_NAME)
_OFFICE = re.compile(
    r"['’]s?\s((?:[\w-]+\s){0,2}(?:office|spokes\w+|ministry|cabinet|campaign|team|lawyers?|aides?))\b"
)
_PRONOUN = re.compile(
    r"(?:.*\s)?(?P<pronoun>he|she|they|who|him|her|the latter)(?:['’](?:s|ve|d|ll|re))?\Z", re.IGNORECASE | re.DOTALL
)
_NO_SPEAKER = r"(?:i|we|you|me|us|it|this|that|there|let|not)(?:['’](?:m|s|ve|d|ll|re))?"
_CONNECTIVE = r"and|but|so|or|well|now|then|yet|the|a|an|really|also|if|as|when|while|because"
_UNNAMED = re.compile(rf"(?:.*\s)?(?:{_NO_SPEAKER}|\w+n['’]t)\Z|\W*\Z|(?:{_CONNECTIVE})\Z", re.IGNORECASE | re.DOTALL)
"""Pronouns for the speaker, the listeners, things or nobody. Then the speaker is the one of the turn or the byline."""

_MOST_SPOKEN = 12
_EVIDENCE_NOUNS = (
    r"figures|data|statistics|numbers|polls?|records|reports?|surveys?|results|stud(?:y|ies)|research|evidence"
    r"|documents|filings|estimates|forecasts|analys[ie]s|charts?|tables?|tests?|history|experience"
)
_COLLECTED = r"(?:\s(?:[a-z]+ed|shown|seen|drawn|made|taken|given)(?:\s(?:by|from|in|for|on)\s[^,;:]{1,60})?)?"
_EVIDENCE = re.compile(rf"(?:[A-Z]?[a-z'’-]+\s){{0,3}}(?i:{_EVIDENCE_NOUNS}){_COLLECTED}")
_CLEAN = re.compile(r"\A(?:the|a|an|but|and|so|yet|also|then|while|as|mr|mrs|ms|dr)\b\.?\s+", re.IGNORECASE)
_NAME_LENGTH = 120
_NO_NAME = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "in", "on", "at", "of", "for", "from", "by", "as", "but",
     "and", "or", "if", "it", "he", "she", "they", "we", "i", "his", "her", "their", "our", "its", "monday",
     "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", *months("en")]
)  # fmt: skip


@dataclass(slots=True)
class People:
    """The people named so far, in the order of their last mention."""

    known: dict[str, Speaker] = field(default_factory=dict)
    spoken: deque[Speaker] = field(default_factory=lambda: deque(maxlen=_MOST_SPOKEN))
    pronouns: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> Speaker | None:
        """The last person who spoke."""
        return self.spoken[-1] if self.spoken else None

    def meant_by(self, pronoun: str) -> Speaker | None:
        """Find the last speaker that a pronoun may mean; None where the text shows that nobody fits.

        >>> people = People(pronouns={"besimi": "he"})
        >>> people.spoken += [Speaker("Ana Radeva"), Speaker("Fatmir Besimi")]
        >>> people.meant_by("she").name, people.meant_by("he").name, people.meant_by("they").name
        ('Ana Radeva', 'Fatmir Besimi', 'Fatmir Besimi')
        """
        if pronoun in {"they", "who", "the latter"}:
            return self.last
        return next((one for one in reversed(self.spoken) if may_be(pronoun, one, self.pronouns)), None)

    def note(self, speaker: Speaker) -> Speaker:
        """Keep a person as the last one named, with the role read earlier where none is given now."""
        before = self.known.get(speaker.name)
        if before is not None and not speaker.role:
            speaker = before
        self.known.pop(speaker.name, None)
        self.known[speaker.name] = speaker
        return speaker

    def by_surname(self, surname: str) -> Speaker | None:
        """Find the last person named with this surname."""
        folded = surname.casefold()
        for speaker in reversed(self.known.values()):
            if folded in speaker.name.casefold().split():
                return speaker
        return None

    def by_role(self, words: str) -> Speaker | None:
        """Find the last person named whose role has the word ("the minister"); the last speaker is preferred."""
        if self.last is not None and words in self.last.role.split():
            return self.last
        for speaker in reversed(self.known.values()):
            if words in speaker.role.split():
                return speaker
        return None


def note_people(text: str, people: People) -> None:
    """Note every person whom a text names with a role ("Interior Minister Oliver Spasovski").

    >>> people = People()
    >>> note_people("Interior Minister Oliver Spasovski spoke in Green Hall.", people)
    >>> [(person.name, person.role) for person in people.known.values()]
    [('Oliver Spasovski', 'interior minister')]
    """
    people.pronouns |= pronouns_by_title(text)
    heads = _HEADS & plain_words(text).used
    for found in _titled_in(text, heads) if heads else ():
        people.note(_titled(text, found))


def _titled_in(text: str, heads: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of `_TITLED` in order, trying the pattern only where a word of a role stands."""
    end = 0
    for at in sorted(
        {at for head in heads for form in (head, head.capitalize(), head.upper()) for at in _places(text, form)}
    ):
        found = _TITLED.match(text, at) if at >= end else None
        if found is not None:
            end = found.end()
            yield found


def _places(text: str, word: str) -> Iterator[int]:
    """Yield the offsets of a piece of text, without overlaps."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _titled(text: str, found: re.Match[str]) -> Speaker:
    """Read a person named with a role, and the field of the role ("Interior", "Health and Social Policy")."""
    start = found.start()
    domain = _DOMAIN.search(text, max(0, start - 60), start)
    before = "" if domain is None or not _is_domain(domain[0], text[start]) else domain[0]
    return Speaker(_trim(found["name"]), _role(before + text[start : found.start("name")].strip()))


def _is_domain(before: str, role: str) -> bool:
    """Check whether the words before a role name its field.

    The role of another person does not, nor does a small word before a capital.

    >>> [_is_domain(*pair) for pair in (("Interior ", "M"), ("foreign ", "m"), ("welcome ", "P"), ("President Obama and ", "G"))]
    [True, True, False, False]
    """
    small = before[:1].islower()
    return (
        before.strip() not in _NO_DOMAIN
        and not _ROLE.search(before)
        and before[:2] not in {"I ", "I'", "I’"}
        and not (small and role.isupper())
    )


def resolve(words: str, people: People) -> Speaker | None:
    """Resolve the words that name a speaker; None where they name nobody ("official figures show").

    >>> people = People()
    >>> resolve("Finance Minister Fatmir Besimi", people).name, resolve("the minister", people).name
    ('Fatmir Besimi', 'Fatmir Besimi')
    >>> resolve("official figures", people)
    """
    words = " ".join(words.split()).strip(' ,:;"“”')
    if _EVIDENCE.fullmatch(words) or _UNNAMED.match(words):
        return None
    pronoun = _PRONOUN.match(words)
    speaker = _read(words, people) if pronoun is None else people.meant_by(pronoun["pronoun"].casefold())
    if speaker is not None:
        people.spoken.append(speaker)
    return speaker


def _read(words: str, people: People) -> Speaker | None:
    office = _OFFICE.search(words)
    if office is not None:
        owner = _read(words[: office.start()], people)
        return owner and Speaker(owner.name, owner.role, office[1])
    titled = _TITLED.search(words)
    if titled is not None:
        return people.note(_titled(words, titled))
    bare = _CLEAN.sub("", _CLEAN.sub("", words))
    full = _FULL.match(bare)
    if full is not None and full[0].split()[0].casefold() not in _NO_NAME and not _ROLE.match(bare):
        return _full_name(full, bare, people)
    return _short(bare, words, people)


def _full_name(full: re.Match[str], words: str, people: People) -> Speaker:
    role = _ROLE.search(words, full.end())
    described = words[full.end() :].strip(" ,") if role is not None else ""
    role_words = re.sub(r"\A(?:the|a|an|its|his|their)\s", "", described).casefold()
    return people.note(Speaker(_trim(full[0]), role_words[:80]))


def _short(bare: str, words: str, people: People) -> Speaker | None:
    """Resolve a surname, a role ("the minister") or the name of a body."""
    named = [word.strip(".,'’") for word in bare.split() if word[:1].isupper()]
    for word in reversed(named):
        if _ROLE.fullmatch(word):
            continue
        known = people.by_surname(re.sub(r"['’]s\Z", "", word))
        if known is not None:
            return known
    role = _ROLE.search(bare)
    if role is not None and not (named and not _ROLE.search(named[-1])):
        known = people.by_role(role[0].casefold().split()[-1])
        if known is not None:
            return known
    if role is not None and role.start() == 0 and named and not _ROLE.search(named[-1]):
        return people.note(Speaker(named[-1], _role(role[0])))
    described = _DESCRIBED.match(bare)
    if described is not None and _ROLE.search(described["role"]):
        return people.note(Speaker(described["name"], _role(described["role"])))
    return Speaker(re.sub(r"['’]s?\Z", "", words[:_NAME_LENGTH])) if words else None


def _role(role: str) -> str:
    """Write a role in small letters, except names and acronyms ("EU commissioner for trade")."""
    said = re.sub(r"\A(?:The|the|But|And|As|When|While|For|In|On|By|With|To|From)\s", "", role)
    return " ".join(word if len(word) > 1 and word.isupper() else word.casefold() for word in said.split())


def _trim(name: str) -> str:
    return re.sub(r"['’]s\Z", "", name).rstrip(".,")
