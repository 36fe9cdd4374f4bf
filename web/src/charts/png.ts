// SPDX-License-Identifier: MIT
//
// A picture of points, for programs that take no SVG. Drawn by the browser from the very same text.

export async function svgToPng(svg: string, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("canvas 2D");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob === null ? fail(new Error("PNG")) : done(blob)), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
