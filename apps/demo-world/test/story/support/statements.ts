import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { verifyStatement } from "@ryugu/sdk/payout/statement";
import type { Zone } from "@ryugu/sdk/zone";
import type { Browser } from "playwright-core";
import type { CreatorsDesk } from "./creator.ts";
import { type DrawnPdf, drawPdf } from "./draw-pdf.ts";

/** Where the pictures are looked at. */
const PICTURES = fileURLToPath(new URL("../../../../../.boot/", import.meta.url));

/** Downloads a creator's statement of this month in every form, its PDF in both languages, and reads each as its reader would. */
export async function readStatements(desk: CreatorsDesk, browser: Browser, zone: Zone) {
  const text = async (format: "json" | "csv") => (await desk.statement(format)).bytes.toString();
  const { statement } = verifyStatement(zone, await text("json"));
  const csv = await text("csv");
  const drawn: DrawnPdf[] = [];
  await mkdir(PICTURES, { recursive: true });
  for (const language of ["ja", "en"] as const) {
    await desk.speak(language);
    const pdf = await drawPdf(browser, (await desk.statement("pdf")).bytes);
    await writeFile(`${PICTURES}statement-${language}.png`, pdf.picture);
    drawn.push(pdf);
  }
  return { statement, csv, drawn };
}
