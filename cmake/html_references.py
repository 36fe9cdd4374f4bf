# SPDX-License-Identifier: MIT
#
# python3 html_references.py OUTPUT: the named character references of HTML 5, from the table that comes with Python, in
# the order of the characters they stand for, so that it is small when compressed (two thirds of the same in the order of
# the names): first all names, each followed by 2 where it also counts without its semicolon, 3 where it stands for two
# characters, else 1; then 0; then the characters, each as the difference to the one before, of two the second behind it.
# Numbers are of seven bits a byte, the lowest first, all but the last byte with the highest bit set.

import sys
from html.entities import html5


def number(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


texts = sorted((html5[name], name[:-1]) for name in html5 if name.endswith(";"))
names = b""
points = b""
last = 0
for text, name in texts:
    bare = name in html5
    if len(text) > 2 or (bare and len(text) > 1):
        sys.exit(f"&{name}; stands for what the format has no place for")
    names += name.encode() + (b"\3" if len(text) > 1 else b"\2" if bare else b"\1")
    points += number(ord(text[0]) - last) + b"".join(number(ord(second)) for second in text[1:])
    last = ord(text[0])
with open(sys.argv[1], "wb") as out:
    out.write(names + b"\0" + points)
