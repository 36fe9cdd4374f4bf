// SPDX-License-Identifier: MIT
//
// Pages of the site as documents that stand alone, for the offline file: styles and scripts inside, the engine where
// the file puts it.

const text = (bytes) => new TextDecoder().decode(bytes);

/** A page with a form: its script and style inside, and a place for what the file has anyway. */
function formPage(outputs, name) {
  const style = text(outputs.get("publish/page.css"));
  const script = text(outputs.get(`publish/${name}.js`));
  const html = text(outputs.get(`${name}/index.html`))
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, "")
    .replace(/<link rel="icon"[^>]*>\n/, "")
    .replace(/<nav class="languages">.*<\/nav>\n/, "")
    .replace('<link rel="stylesheet" href="../publish/page.css">', () => `<style>${style}</style>`)
    .replace(/<script src=[^>]*><\/script>/, () => `<!--parts-->\n<script>${script}</script>`);
  return { html, script, style };
}

/** Name, and { html, script, style }; the latter two so that a policy can name them by hash. */
export function innerPages(outputs) {
  const pages = new Map();
  const style = text(outputs.get("index.css"));
  const html = text(outputs.get("licences.html"))
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, "")
    .replace(/<link rel="icon"[^>]*>\n/, "")
    .replace('<link rel="stylesheet" href="index.css">', () => `<style>${style}</style>`)
    .replace('<p><a href="./">均衡尺 Junheng</a></p>\n', "");
  pages.set("licences.html", { html, style });
  for (const name of ["school", "sealed"]) pages.set(`${name}.html`, formPage(outputs, name));
  return pages;
}
