// SPDX-License-Identifier: MIT
//
// Mouse, pen, wheel and finger. A finger drags the content instead of pressing what lies under it, as on every other
// page; a short tap is a click, a long one the right button.

import type { WorkbenchPage } from "#wasm/workbench.js";

const kTapSlop = 10; // CSS pixels that a finger may wander and still tap
const kLongPress = 500; // ms
const kPixelsPerStep = 100; // one step of a wheel, as browsers report it
const kLinesPerStep = 3;

interface Finger {
  readonly id: number;
  readonly startX: number;
  readonly startY: number;
  lastX: number;
  lastY: number;
  scrolling: boolean;
  longPress: number;
}

/** DOM numbers the buttons left, middle, right; ImGui left, right, middle. */
function buttonOf(event: PointerEvent): number {
  if (event.button === 1) return 2;
  if (event.button === 2) return 1;
  return event.button;
}

export function watchPointer(canvas: HTMLCanvasElement, page: WorkbenchPage, happened: () => void): void {
  let finger: Finger | null = null;

  const moveTo = (event: PointerEvent | WheelEvent, touch: boolean): void => {
    const box = canvas.getBoundingClientRect();
    // By the measured sizes, not by devicePixelRatio: both may be rounded.
    const scaleX = canvas.width / box.width;
    const scaleY = canvas.height / box.height;
    page.pointer((event.clientX - box.left) * scaleX, (event.clientY - box.top) * scaleY, touch);
    happened();
  };

  const press = (button: number): void => {
    page.button(button, true);
    page.button(button, false);
    happened();
  };

  const fingerDown = (event: PointerEvent): void => {
    if (finger !== null) return; // a second finger is the browser's: pinching zooms the page
    moveTo(event, true);
    const longPress = window.setTimeout(() => {
      if (finger === null || finger.scrolling) return;
      finger.scrolling = true; // its release is no tap any more
      press(1);
    }, kLongPress);
    const { pointerId: id, clientX: x, clientY: y } = event;
    finger = { id, startX: x, startY: y, lastX: x, lastY: y, scrolling: false, longPress };
  };

  const fingerMove = (event: PointerEvent): void => {
    if (finger === null || finger.id !== event.pointerId) return;
    const far = Math.hypot(event.clientX - finger.startX, event.clientY - finger.startY);
    if (!finger.scrolling && far < kTapSlop) return;
    finger.scrolling = true;
    window.clearTimeout(finger.longPress);
    page.wheel((event.clientX - finger.lastX) / kPixelsPerStep, (event.clientY - finger.lastY) / kPixelsPerStep);
    finger.lastX = event.clientX;
    finger.lastY = event.clientY;
    happened();
  };

  const fingerUp = (event: PointerEvent): void => {
    if (finger === null || finger.id !== event.pointerId) return;
    window.clearTimeout(finger.longPress);
    if (!finger.scrolling && event.type === "pointerup") press(0);
    finger = null;
    page.pointerGone(); // nothing hovers under a finger that is not there
    happened();
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") {
      fingerDown(event);
      return;
    }
    // Keeps moves and the release coming when a scrollbar is dragged out of the canvas.
    canvas.setPointerCapture(event.pointerId);
    moveTo(event, false);
    page.button(buttonOf(event), true);
    happened();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") fingerMove(event);
    else moveTo(event, false);
  });
  canvas.addEventListener("pointerup", (event) => {
    if (event.pointerType === "touch") {
      fingerUp(event);
      return;
    }
    moveTo(event, false);
    page.button(buttonOf(event), false);
    happened();
  });
  canvas.addEventListener("pointercancel", (event) => {
    fingerUp(event);
    for (let button = 0; button < 3; button += 1) page.button(button, false);
    happened();
  });
  canvas.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "touch" || canvas.hasPointerCapture(event.pointerId)) return;
    page.pointerGone();
    happened();
  });
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) return; // zoom of the browser
      event.preventDefault(); // the table scrolls, not the page around it
      moveTo(event, false);
      const step =
        event.deltaMode === WheelEvent.DOM_DELTA_PIXEL
          ? kPixelsPerStep
          : event.deltaMode === WheelEvent.DOM_DELTA_LINE
            ? kLinesPerStep
            : 1;
      page.wheel(-event.deltaX / step, -event.deltaY / step);
      happened();
    },
    { passive: false },
  );
}
