import { expect } from "vitest";
import { BACKUP_PASSPHRASE, type Person } from "./person.ts";

/** Writes the words down, is asked for one, and answers the words. */
export async function backUpWords(person: Person): Promise<string> {
  await person.openBelongings();
  await person.press('[data-offer="backup"] button');
  await person.press('[data-action="show-words"]');
  await person.sees('[data-words="shown"] li:nth-child(12)');
  await person.looksRight();
  const words = await person.page.locator('[data-words="shown"] li').allTextContents();
  await person.press('[data-action="written"]');
  const asked = await person.sees("[data-word-number]");
  const number = Number(await asked.getAttribute("data-word-number"));
  await asked.fill(words[number - 1] ?? "");
  await asked.press("Enter");
  await person.sees('[data-notice="backup-made"]');
  await person.closePanel();
  expect(words).toHaveLength(12);
  return words.join(" ");
}

/** Saves the backup file, from the settings; answers where it lies. */
export async function saveBackup(person: Person): Promise<string> {
  await person.press('[data-dock="settings"]');
  await person.press('[data-action="backup"]');
  const fold = person.page.locator('[data-panel="backup"] [data-way="file"]');
  await person.press(fold.locator("summary"));
  await person.write(fold.locator("input"), BACKUP_PASSPHRASE);
  const [download] = await Promise.all([
    person.page.waitForEvent("download"),
    person.press(fold.locator('[data-action="save-file"]')),
  ]);
  await person.closePanel();
  return await download.path();
}
