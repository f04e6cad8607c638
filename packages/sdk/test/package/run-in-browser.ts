import { launchBrowser } from "@ryugu/test-browser";
import { preview } from "vite";

/** What a page said in its `#out`, and what went wrong while it was open. */
export interface PageResult {
  text: string;
  problems: string[];
}

/** Serves a built Vite app on a free port, opens it and waits until it has said something. */
export async function runInBrowser(root: string): Promise<PageResult> {
  const server = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    preview: { host: "127.0.0.1", port: 0, strictPort: false },
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction("document.querySelector('#out')?.textContent !== ''");
    return { text: (await page.textContent("#out")) ?? "", problems };
  } finally {
    await browser.close();
    await server.close();
  }
}
