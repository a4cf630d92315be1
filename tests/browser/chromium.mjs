// Drives Debian's Chromium over its debugging pipe: no port, no library.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function openChromium() {
  const profile = mkdtempSync(join(tmpdir(), "complaintmailer-browser-"));
  const browser = spawn(
    process.env.CHROMIUM ?? "chromium",
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-extensions",
      "--no-first-run",
      "--hide-scrollbars",
      `--user-data-dir=${profile}`,
      "--remote-debugging-pipe",
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const waiting = new Map();
  const listeners = [];
  let last = 0;
  let rest = Buffer.alloc(0);
  browser.stdio[4].on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1)) {
      const message = JSON.parse(rest.subarray(0, end).toString());
      if (message.id === undefined) {
        listeners.forEach((l) => l(message));
        continue;
      }
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      message.error ? reject(new Error(message.error.message)) : resolve(message.result);
    }
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    });

  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const tell = (method, params) => send(method, params, sessionId);
  await tell("Page.enable");
  await tell("Runtime.enable");

  return {
    /** Shows a file as a screen of that width would, and waits until all is there. */
    async show(url, width, dark = false) {
      await tell("Emulation.setDeviceMetricsOverride", {
        width,
        height: 900,
        deviceScaleFactor: 1,
        mobile: width < 500,
      });
      await tell("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }],
      });
      const loaded = new Promise((resolve) => {
        const listener = (m) => {
          if (m.sessionId !== sessionId || m.method !== "Page.loadEventFired") return;
          listeners.splice(listeners.indexOf(listener), 1);
          resolve();
        };
        listeners.push(listener);
      });
      await tell("Page.navigate", { url });
      await loaded;
    },
    async ask(expression) {
      const { result, exceptionDetails } = await tell("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async click(x, y) {
      const at = { x, y, button: "left", clickCount: 1 };
      await tell("Input.dispatchMouseEvent", { type: "mousePressed", ...at });
      await tell("Input.dispatchMouseEvent", { type: "mouseReleased", ...at });
    },
    async picture() {
      const { data } = await tell("Page.captureScreenshot", {
        format: "png",
        captureBeyondViewport: true,
      });
      return Buffer.from(data, "base64");
    },
    async close() {
      browser.kill();
      await new Promise((resolve) => browser.on("exit", resolve));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
