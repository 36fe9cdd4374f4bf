// SPDX-License-Identifier: MIT
//
// Keeps the canvas as large as the pixels of the screen that it covers, whatever changes: the window, the zoom of the
// browser, the projector that the window is dragged to.

interface CanvasSize {
  readonly width: number;
  readonly height: number;
  /** Device pixels for each CSS pixel, as measured; zoom of the browser included. */
  readonly ratio: number;
}

type SizeListener = (size: CanvasSize) => void;

/** Some GPUs of school machines stop here; a canvas beyond is silently drawn smaller and looks blurred. */
const kLargest = 8192;
/** Device pixels by which an exact width may differ from a computed one. */
const kRounding = 2;

/** Calls `changed` now and whenever the size changes; the returned function stops it. */
export function watchCanvasSize(canvas: HTMLCanvasElement, changed: SizeListener): () => void {
  let ratioWatch: MediaQueryList | null = null;
  let last: CanvasSize | null = null;

  const apply = (width: number, height: number): void => {
    const size = {
      width: Math.max(1, Math.min(kLargest, width)),
      height: Math.max(1, Math.min(kLargest, height)),
      ratio: window.devicePixelRatio > 0 ? window.devicePixelRatio : 1,
    };
    if (last !== null && last.width === size.width && last.height === size.height && last.ratio === size.ratio) return;
    last = size;
    // Setting either clears the picture, also to the same value: only where it differs.
    if (canvas.width !== size.width) canvas.width = size.width;
    if (canvas.height !== size.height) canvas.height = size.height;
    changed(size);
  };

  const measure = (): void => {
    const box = canvas.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return; // hidden: keep what it had
    const ratio = window.devicePixelRatio;
    // Both edges are rounded, as the browser does when it places the box on the screen; rounding the width alone is
    // one pixel off at 150 %, and every letter is then smeared over two columns.
    apply(
      Math.round(box.right * ratio) - Math.round(box.left * ratio),
      Math.round(box.bottom * ratio) - Math.round(box.top * ratio),
    );
  };

  const observer = new ResizeObserver((entries) => {
    const exact = entries[0]?.devicePixelContentBoxSize?.[0];
    const wide = canvas.getBoundingClientRect().width * window.devicePixelRatio;
    // Where a browser pretends another screen (its device mode, a test's emulation), the exact box is of the real one.
    if (exact === undefined || exact.inlineSize === 0 || Math.abs(exact.inlineSize - wide) > kRounding) measure();
    else apply(exact.inlineSize, exact.blockSize);
  });
  try {
    observer.observe(canvas, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(canvas); // Safari before 26 knows only the content box
  }

  // A media query answers for one ratio only, so each change needs a new one.
  const ratioChanged = (): void => {
    ratioWatch?.removeEventListener("change", ratioChanged);
    ratioWatch = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    ratioWatch.addEventListener("change", ratioChanged);
    measure();
  };
  ratioChanged();
  // Zooming changes the ratio and the window's size in CSS pixels together, but where a layout of fixed size hides
  // that from the observer, this still tells.
  window.addEventListener("resize", measure);

  return () => {
    observer.disconnect();
    window.removeEventListener("resize", measure);
    ratioWatch?.removeEventListener("change", ratioChanged);
  };
}
