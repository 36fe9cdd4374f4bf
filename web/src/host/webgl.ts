// SPDX-License-Identifier: MIT
//
// WebGL 2 is asked for before anything is made of it: recent browsers have no software fallback any more, and old
// school machines, cloud desktops and locked-down ones are common. Without it there is the plain page.

/** True where a canvas of this page can have WebGL 2. The probe is thrown away, its GPU memory at once. */
export function hasWebGl2(): boolean {
  try {
    const probe = document.createElement("canvas").getContext("webgl2");
    if (probe === null) return false;
    probe.getExtension("WEBGL_lose_context")?.loseContext();
    return true;
  } catch {
    return false; // some privacy tools throw here
  }
}

/** The GPU can be taken away at any time: a sleeping laptop, a driver's update, too many tabs. */
export function watchContext(canvas: HTMLCanvasElement, lost: () => void, restored: () => void): void {
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault(); // otherwise it never comes back
    lost();
  });
  canvas.addEventListener("webglcontextrestored", restored);
}
