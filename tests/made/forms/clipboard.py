# SPDX-License-Identifier: MIT
"""What a headless LibreOffice would put into the clipboard when all cells of a sheet are copied.

python3 clipboard.py sheet.fods out/name profile   writes out/name-clipboard.htm and out/name-clipboard.utf16
"""
import contextlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

PIPE = "junheng-forms"


def connected():
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % PIPE)
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    sys.exit("no answer from soffice")


@contextlib.contextmanager
def office(profile):
    process = subprocess.Popen(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
                                "--accept=pipe,name=%s;urp;" % PIPE])
    desktop = connected()
    try:
        yield desktop
    finally:
        with contextlib.suppress(Exception):
            desktop.terminate()
        process.wait(60)


def opened(desktop, path):
    hidden = PropertyValue("Hidden", 0, True, 0)
    return desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))


def keep(document, sheet, target):
    controller = document.getCurrentController()
    controller.setActiveSheet(sheet)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(True)
    controller.select(cursor)
    transferable = controller.getTransferable()
    for flavor in transferable.getTransferDataFlavors():
        kind = flavor.MimeType.split(";")[0]
        if kind not in ("text/html", "text/plain"):
            continue
        data = transferable.getTransferData(flavor)
        with open(target + ("-clipboard.htm" if kind == "text/html" else "-clipboard.utf16"), "wb") as out:
            out.write(data.encode("utf-16") if isinstance(data, str) else data.value)
    document.close(True)


if __name__ == "__main__":
    with office(sys.argv[3]) as running:
        document = opened(running, sys.argv[1])
        keep(document, document.Sheets.getByIndex(0), sys.argv[2])
