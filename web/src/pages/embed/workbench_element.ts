// SPDX-License-Identifier: MIT
//
// <junheng-workbench>: the workbench in a page of somebody's own site, in a frame, so that neither can touch the other's
// styles, names or keys. It leaves nothing in the page but the element's name.

import { kOpen, kReady, type Wanted } from "../../host/embedding.ts";

const kApp = new URL("../app/index.html", import.meta.url);
const kLanguages = ["zh", "en"];
const kHeight = "640";

class WorkbenchElement extends HTMLElement {
  static readonly observedAttributes = ["lang", "standard", "table", "height"];
  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  readonly #hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source !== this.#frame?.contentWindow || origin !== kApp.origin || data !== kReady) return;
    this.#ready = true;
    this.#open();
  };

  connectedCallback(): void {
    window.addEventListener("message", this.#hear);
    const frame = document.createElement("iframe");
    frame.title = this.title === "" ? "均衡尺 Junheng" : this.title;
    frame.allow = "clipboard-read; clipboard-write";
    // by properties: a style in markup is what a strict policy refuses
    this.style.display = "block";
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
    frame.height = this.#height();
    frame.src = this.#address();
    this.#frame = frame;
    // the text of the table stays where the page wrote it, and is not shown beside the workbench
    (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren(frame);
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.#hear);
    this.#frame = null;
    this.#ready = false;
  }

  attributeChangedCallback(name: string): void {
    if (this.#frame === null) return;
    if (name === "height") this.#frame.height = this.#height();
    else if (name === "lang") {
      this.#ready = false;
      this.#frame.src = this.#address();
    } else this.#open();
  }

  #height(): string {
    const height = this.getAttribute("height") ?? "";
    return /^\d{2,4}$/.test(height) ? height : kHeight;
  }

  #address(): string {
    const address = new URL(kApp);
    const language = this.lang.slice(0, 2).toLowerCase();
    if (kLanguages.includes(language)) address.searchParams.set("lang", language);
    return address.href;
  }

  #open(): void {
    if (!this.#ready) return;
    const address = this.getAttribute("table") ?? "";
    const text = address === "" ? (this.textContent ?? "").trim() : "";
    if (address === "" && text === "") return;
    const wanted: Wanted = { kind: kOpen, text, address, standard: this.getAttribute("standard") ?? "" };
    this.#frame?.contentWindow?.postMessage(wanted, kApp.origin);
  }
}

customElements.define("junheng-workbench", WorkbenchElement);
