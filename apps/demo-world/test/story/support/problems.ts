import type { Page } from "playwright-core";

/** A node that has not seen a message yet says so; the browser reports each such answer as an error. */
const EXPECTED = /\/v1\/transfers\//;

/** Everything that goes wrong in a page: what it throws, what it logs as an error, what it is refused. */
export function watchProblems(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    // Refusals are seen below, with their addresses.
    const isRefusal = message.text().startsWith("Failed to load resource: the server responded");
    if (message.type() === "error" && !isRefusal) problems.push(message.text());
  });
  page.on("response", (response) => {
    if (response.ok() || response.status() < 400 || EXPECTED.test(response.url())) return;
    problems.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return problems;
}
