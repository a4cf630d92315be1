// Every page of a folder, at the widths of a telephone, a tablet and a desk, light and dark: judged by axe-core, nothing wider than
// the screen. Arguments: the folder, axe-core's script, rules that do not apply (with commas, or none), and a folder for pictures (or none).
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openChromium } from "./chromium.mjs";

const [folder, axeFile, not, pictures] = process.argv.slice(2);
const axe = readFileSync(axeFile, "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const excepted = Object.fromEntries((not ?? "").split(",").filter(Boolean).map((r) => [r, { enabled: false }]));
const faults = new Map();
const note = (fault, where) => faults.set(fault, [...(faults.get(fault) ?? []), where]);

if (pictures) mkdirSync(pictures, { recursive: true });
const pages = readdirSync(folder).filter((f) => f.endsWith(".html"));
const chromium = await openChromium();
let looked = 0;
try {
  for (const page of pages) {
    // A page of hundreds of rows takes long to judge: a telephone in the dark and a desk will do.
    const isLong = statSync(join(folder, page)).size > 150_000;
    const looks = [320, 360, 800, 1200].flatMap((w) => [[w, false], [w, true]]);
    for (const [width, dark] of isLong ? [[360, true], [1200, false]] : looks) {
      const where = `${page} at ${width}${dark ? " dark" : ""}`;
      await chromium.show(pathToFileURL(resolve(folder, page)).href, width, dark);
      const wide = await chromium.ask("document.documentElement.scrollWidth");
      if (wide > width) note(`${wide} wide on a screen of ${width}`, where);
      await chromium.ask(axe + ";0");
      const found = await chromium.ask(
        `axe.run(document, { runOnly: ${JSON.stringify(rules)}, rules: ${JSON.stringify(excepted)}, resultTypes: ["violations"] })
         .then(r => r.violations.map(v => v.id + ": " + v.nodes[0].html.slice(0, 160)))`,
      );
      found.forEach((v) => note(v, where));
      if (pictures) {
        const name = page.replace(/html$/, `${width}${dark ? ".dark" : ""}.png`);
        writeFileSync(join(pictures, name), await chromium.picture());
      }
      looked++;
    }
  }
} finally {
  await chromium.close();
}
for (const [fault, where] of faults)
  console.log(`${fault}\n  ${where.slice(0, 5).join("\n  ")}${where.length > 5 ? `\n  and ${where.length - 5} more` : ""}`);
console.log(`${pages.length} pages, ${looked} looks, ${faults.size} faults`);
process.exit(faults.size === 0 && pages.length > 0 ? 0 : 1);
