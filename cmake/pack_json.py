# SPDX-License-Identifier: MIT
#
# python3 pack_json.py FILE.json OUTPUT: a JSON file as what core/src/json/json_packed.cpp walks over once, instead of a
# text that is parsed at every start. A value is its kind, one byte, and what is in it: nothing, a text or a number as it
# is written and a zero, values and a zero. A member has its key in front. Ends instead of lengths, and texts among the kinds,
# because brotli packs that as well as the JSON; lengths, and texts in a place of their own, made the download 4 kB larger.

import json
import sys

NULL, FALSE, TRUE, NUMBER, TEXT, LIST, OBJECT = (bytes([kind]) for kind in range(1, 8))
END = b"\0"


class Number(str):
    """As it is written: 4.20 is not 4.2."""


def members(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        sys.exit(f"{sys.argv[1]}: a key stands twice: {keys}")
    return dict(pairs)


def text(value):
    if any(ord(character) < 8 for character in value):
        sys.exit(f"{sys.argv[1]}: a text with a control character: {value!r}")
    return value.encode()


def packed(value):
    if value is None:
        return NULL
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, Number):
        return NUMBER + text(value) + END
    if isinstance(value, str):
        return TEXT + text(value) + END
    if isinstance(value, list):
        return LIST + b"".join(map(packed, value)) + END
    return OBJECT + b"".join(text(key) + packed(member) for key, member in value.items()) + END


with open(sys.argv[1], "rb") as file:
    whole = packed(json.load(file, object_pairs_hook=members, parse_int=Number, parse_float=Number))
with open(sys.argv[2], "wb") as out:
    out.write(whole)
