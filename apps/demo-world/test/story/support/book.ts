import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { test } from "vitest";

const PICTURES = fileURLToPath(new URL("../../../../../.boot/", import.meta.url));
const CHAPTER_TIMEOUT = 240_000;

/** Writes one chapter of a story as a test. */
export type Chapter = (name: string, act: () => Promise<void>) => void;

/**
 * A story's chapters build on one another: after one that failed, the rest is skipped. Of the one that failed there
 * is a picture of every page.
 *
 * @param pages - everybody's pages, by their names
 */
export function openBook(pages: () => Record<string, Page | undefined>): Chapter {
  let failed: string | undefined;
  return (name, act) => {
    test(name, { timeout: CHAPTER_TIMEOUT }, async ({ skip }) => {
      if (failed !== undefined) skip(`"${failed}" failed.`);
      try {
        await act();
      } catch (error) {
        failed = name;
        const taken = await takePictures(name, pages());
        if (error instanceof Error) error.message += `\nPictures: ${taken.join(", ")}`;
        throw error;
      }
    });
  };
}

async function takePictures(name: string, pages: Record<string, Page | undefined>) {
  await mkdir(PICTURES, { recursive: true });
  const slug = name.replaceAll(/[^a-z0-9]+/gi, "-").slice(0, 60);
  const taken = Object.entries(pages).map(async ([who, page]) => {
    const path = `${PICTURES}story-${slug}-${who}.png`;
    const isTaken = await page?.screenshot({ path, timeout: 60_000 }).catch(() => undefined);
    return isTaken === undefined ? `none of ${who}` : path;
  });
  return await Promise.all(taken);
}
