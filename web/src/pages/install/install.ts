// SPDX-License-Identifier: MIT
//
// On every page of the site: keeps the site on this machine, and says when a newer one has arrived. Changing to it is
// up to the person in front of the screen.

import { button, element } from "../../kit/dom.ts";
import { kUpdateRequest } from "./update_request.ts";

const kWords = {
  zh: {
    arrived: "均衡尺有新版本。更新后结果可能因办法或程序的变化而不同；未保存的内容请先保存。",
    update: "更新",
    later: "以后再说",
  },
  en: {
    arrived:
      "There is a new version of Junheng. Results may differ where the program or the standards have changed; save your work first.",
    update: "Update",
    later: "Later",
  },
};

function offer(waiting: ServiceWorker): void {
  document.getElementById("new-version")?.remove();
  const words = document.documentElement.lang === "en" ? kWords.en : kWords.zh;
  const update = button(words.update, () => {
    // The page is loaded anew once the new version is in charge, and only where that was asked for.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage(kUpdateRequest);
  });
  const bar = element(
    "div",
    { id: "new-version", class: "new-version", role: "status" },
    element("span", {}, words.arrived),
    " ",
    update,
    " ",
  );
  bar.append(button(words.later, () => bar.remove()));
  document.body.append(bar);
}

async function keepSite(root: string): Promise<void> {
  const registration = await navigator.serviceWorker.register(new URL(`${root}service-worker.js`, document.baseURI), {
    updateViaCache: "none",
  });
  const look = (): void => {
    // Without a controller this is the first visit: nothing is replaced, so nothing is asked.
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) offer(registration.waiting);
  };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
}

const root = document.currentScript?.dataset["root"] ?? "";
// Browsers keep sites only that came by https or from this machine; elsewhere everything works but needs the server.
if ("serviceWorker" in navigator && window.isSecureContext) {
  keepSite(root).catch(() => undefined);
}
