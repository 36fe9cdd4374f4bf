# SPDX-License-Identifier: MIT
"""What a headless LibreOffice would put into the clipboard when all cells of a sheet are copied.

python3 clipboard.py sheet.fods out/name profile   writes out/name-clipboard.htm and out/name-clipboard.utf16
"""
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

source, target, profile = sys.argv[1:4]
PIPE = "junheng-forms"
office = subprocess.Popen(
    ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
     "--accept=pipe,name=%s;urp;" % PIPE])
resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for _ in range(120):
    try:
        context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % PIPE)
        break
    except Exception:
        time.sleep(0.5)
else:
    sys.exit("no answer from soffice")
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
controller = document.getCurrentController()
sheet = document.Sheets.getByIndex(0)
cursor = sheet.createCursor()
cursor.gotoEndOfUsedArea(True)
controller.select(cursor)
transferable = controller.getTransferable()
for flavor in transferable.getTransferDataFlavors():
    kind = flavor.MimeType.split(";")[0]
    if kind not in ("text/html", "text/plain"):
        continue
    data = transferable.getTransferData(flavor)
    path = target + ("-clipboard.htm" if kind == "text/html" else "-clipboard.utf16")
    print(flavor.MimeType, type(data).__name__, path)
    with open(path, "wb") as out:
        out.write(data.encode("utf-16") if isinstance(data, str) else data.value)
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(60)
