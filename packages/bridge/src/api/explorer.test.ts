import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../../test/harness/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** The page's words, as the browser reads them. */
async function words(): Promise<Record<string, Record<string, string>>> {
  const source = await (await fetch(`${api.base}/words.js`)).text();
  const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
    WORDS: Record<string, Record<string, string>>;
  };
  return module.WORDS;
}

test("the page loads nothing but its own files, and no other page may show it", async () => {
  const response = await fetch(`${api.base}/`);
  const page = await response.text();
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const policy = response.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  const links = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link]) => link ?? "");
  expect(links).toEqual(["/explorer.css", "/explorer.js", "/openapi.json"]);
  for (const link of links) expect((await fetch(`${api.base}${link}`)).status).toBe(200);
  expect(page).not.toMatch(/<script>|<style>| style=| on[a-z]+=/);
});

test("every word is there in both languages, and the page's own words are the English ones", async () => {
  const { en = {}, ja = {} } = await words();
  expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  const page = await (await fetch(`${api.base}/`)).text();
  const script = await (await fetch(`${api.base}/explorer.js`)).text();
  const inPage = [...page.matchAll(/data-text="(\w+)">([^<]*)</g)];
  expect(inPage.length).toBeGreaterThan(5);
  for (const [, key = "", text] of inPage) expect(text).toBe(en[key]);
  for (const [, key = ""] of script.matchAll(/word\("(\w+)"\)/g)) expect(en).toHaveProperty(key);
});
