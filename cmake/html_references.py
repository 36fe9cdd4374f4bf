# SPDX-License-Identifier: MIT
#
# python3 html_references.py OUTPUT: the named character references of HTML 5, from the table that comes with Python. One
# behind the other in the order of their names: the name, 2 where it also counts without its semicolon and 1 where not,
# the characters it stands for, and 0.

import sys
from html.entities import html5

names = sorted(name[:-1] for name in html5 if name.endswith(";"))
with open(sys.argv[1], "wb") as out:
    for name in names:
        bare = b"\2" if name in html5 else b"\1"
        out.write(name.encode() + bare + html5[name + ";"].encode() + b"\0")
