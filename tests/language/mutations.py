"""The mutations of Welsh by rule, to check the written-out forms against."""

_SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"} | {
    "ll": "l",
    "rh": "r",
}
_NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
_ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
# Letters that begin with a mutating sign but are other letters.
_OTHER_LETTERS = ("ch", "dd", "ph", "th", "ng")


def soft(word: str) -> str:
    return _mutated(word, _SOFT)


def nasal(word: str) -> str:
    return _mutated(word, _NASAL)


def aspirate(word: str) -> str:
    return _mutated(word, _ASPIRATE)


def _mutated(word: str, table: dict[str, str]) -> str:
    low = word.lower()
    if low.startswith(_OTHER_LETTERS):
        return word
    head = next((sign for sign in ("ll", "rh") if low.startswith(sign)), low[0])
    if head not in table:
        return word
    rest = word[len(head) :]
    changed = table[head] + rest
    return changed[0].upper() + changed[1:] if word[0].isupper() else changed


def after_yn(word: str) -> str:
    """In a place: yng Ngwynedd, ym Mhowys, yn Nhorfaen, yn Abertawe."""
    changed = nasal(word)
    low = changed.lower()
    preposition = "yng" if low.startswith("ng") else "ym" if low[0] == "m" else "yn"
    return f"{preposition} {changed}"


def and_(word: str) -> str:
    """And a thing: a Gwynedd, a Chonwy, ac Ynys Môn."""
    low = word.lower()
    # W is a consonant before r and l: a Wrecsam.
    vowel = low[0] in "aeiouyâêîôûŵŷ" or (low[0] == "w" and low[1] not in "aeiourl")
    return f"{'ac' if vowel else 'a'} {aspirate(word)}"
