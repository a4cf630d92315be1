// A manager's click: a complaint goes through the program, every button of the case mail is clicked in Chromium, and one of the mails
// that a click opens is filled in, sent as a mail program would, and done. Argument: the built program.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openChromium } from "./chromium.mjs";

const program = resolve(process.argv[2]);
const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = mkdtempSync(join(tmpdir(), "complaintmailer-click-"));
const inbox = join(folder, "in");
const sent = join(folder, "out");
const fail = (what) => {
  throw new Error(what);
};
const worker = (...args) =>
  execFileSync("dotnet", [program, ...args, "--config", join(folder, "appsettings.json")], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
const run = (now) => worker("run", "--once", "--now", now);
let mails = 0;
const deliver = (headers, text) =>
  writeFileSync(
    join(inbox, "new", `${++mails}.click`),
    [...headers, `Message-ID: <click-${mails}@browser.example>`, "MIME-Version: 1.0"]
      .concat(["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text, ""])
      .join("\r\n"),
  );

for (const box of [inbox, sent]) for (const part of ["new", "cur", "tmp"]) mkdirSync(join(box, part), { recursive: true });
writeFileSync(
  join(folder, "appsettings.json"),
  JSON.stringify({
    AllowTimeTravel: true,
    Templates: join(repository, "templates"),
    Organisations: [
      {
        Key: "wijkz",
        Name: "Wijkz",
        Regulation: "xtra",
        CasePrefix: "WIJ",
        Address: "klachten@wijkz.example",
        Phone: "070 000 00 00",
        Mailbox: { Kind: "Maildir", Path: "in" },
        Sender: { Kind: "Maildir", Path: "out" },
        People: [
          { Key: "joke", Name: "Joke de Vries", Email: "joke@wijkz.example", Roles: ["handler", "coordinator", "quality"] },
          { Key: "peter", Name: "Peter Smit", Email: "peter@wijkz.example", Roles: ["director", "admin"] },
        ],
        Locations: [{ Key: "vlinder", Name: "De Vlinder", Service: "social-work", Manager: "joke" }],
      },
    ],
  }),
);

const chromium = await openChromium();
try {
  deliver(
    [
      "From: Eva Prins <eva@gezin.example>",
      "To: klachten@wijkz.example",
      "Subject: klacht over De Vlinder",
      "Date: Mon, 23 Nov 2026 09:00:00 +0100",
    ],
    "Op 19 november 2026 was het bij De Vlinder weer koud. Ik wil dat de kachel aan gaat.\r\nEva Prins, 06 12345678",
  );
  run("2026-11-23T09:05");
  const letters = readdirSync(join(sent, "new")).map((f) => join(sent, "new", f));
  const assigned =
    letters.find((f) => /^To: .*joke@wijkz/im.test(readFileSync(f, "latin1"))) ?? fail("No case mail went to the manager.");
  const raw = readFileSync(assigned, "latin1");
  const header = (name) => new RegExp(`^${name}: *(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(raw)?.[1].replace(/\r?\n/g, "") ?? "";
  writeFileSync(join(folder, "case.html"), html(raw));

  await chromium.show(pathToFileURL(join(folder, "case.html")).href, 400);
  // What the browser would hand to the mail program, taken from the click itself.
  await chromium.ask(
    `addEventListener("click", e => { e.preventDefault(); window.opened = e.target.closest("a")?.href; }, true); 0`,
  );
  const buttons = await chromium.ask(
    `[...document.querySelectorAll('a[href^="mailto:"]')].map(a => { a.scrollIntoView({block:"center"}); return a.textContent.trim(); })`,
  );
  if (buttons.length < 4) fail(`Only ${buttons.length} buttons in the case mail.`);
  const clicked = [];
  for (let i = 0; i < buttons.length; i++) {
    const { x, y } = await chromium.ask(
      `(() => { const a = document.querySelectorAll('a[href^="mailto:"]')[${i}]; a.scrollIntoView({block:"center"});
         const r = a.getBoundingClientRect(); window.opened = null; return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()`,
    );
    await chromium.click(x, y);
    const href = (await chromium.ask("window.opened")) ?? fail(`A click on “${buttons[i]}” opens nothing.`);
    if (href.length >= 2000) fail(`“${buttons[i]}” is ${href.length} long.`);
    const url = new URL(href);
    const fields = Object.fromEntries(
      url.search.slice(1).split("&").map((p) => p.split("=", 2).map(decodeURIComponent)),
    );
    const to = decodeURIComponent(url.pathname);
    if (to !== /<?([^<>\s]+@[^<>\s]+)>?$/.exec(header("Reply-To"))?.[1]) fail(`“${buttons[i]}” writes to ${to}.`);
    if (!fields.subject?.includes("WIJ-2026-0001")) fail(`“${buttons[i]}” has the subject ${fields.subject}.`);
    clicked.push({ button: buttons[i], to, ...fields });
    console.log(`${buttons[i]}: ${fields.body.split(/\r?\n/)[0]}`);
  }

  const contact = clicked.find((c) => /^contact:/i.test(c.body)) ?? fail("There is no button to note a contact.");
  deliver(
    [
      "From: Joke de Vries <joke@wijkz.example>",
      `To: ${contact.to}`,
      `Subject: ${contact.subject}`,
      "Date: Tue, 24 Nov 2026 10:00:00 +0100",
    ],
    contact.body.replace("...", "zij is blij met het telefoontje"),
  );
  run("2026-11-24T10:05");
  const told = worker("case", "show", "WIJ-2026-0001");
  if (!/ContactMade .*staff:joke/.test(told)) fail(`The contact is not in the dossier:\n${told}`);
  const receipts = readdirSync(join(sent, "new")).filter((f) =>
    /^X-ComplaintMailer-Letter: receipt/im.test(readFileSync(join(sent, "new", f), "latin1")),
  );
  if (receipts.length !== 1) fail(`${receipts.length} receipts went to the manager.`);
  console.log(`${buttons.length} buttons clicked, one mail sent and done`);
} finally {
  await chromium.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The HTML part of one of the program's own letters. */
function html(mail) {
  const at = mail.search(/^Content-Type: text\/html/im);
  const boundary = [...mail.matchAll(/boundary="?([^";\r\n]+)/gi)].map((m) => m[1]);
  const part = mail.slice(at);
  const begin = part.search(/\r?\n\r?\n/);
  const end = Math.min(...boundary.map((b) => part.indexOf("--" + b)).filter((i) => i > 0));
  const body = part.slice(begin, end).trim();
  const coding = /content-transfer-encoding: *(\S+)/i.exec(mail.slice(at - 300, at + begin))?.[1].toLowerCase();
  if (coding === "base64") return Buffer.from(body, "base64").toString();
  if (coding !== "quoted-printable") return Buffer.from(body, "latin1").toString();
  const bytes = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, h) => String.fromCharCode(parseInt(h, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
