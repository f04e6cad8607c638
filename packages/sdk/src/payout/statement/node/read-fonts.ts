import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { StatementPdfError } from "../errors.ts";
import type { StatementFonts } from "../pdf/index.ts";

const PACKAGE = "@expo-google-fonts/biz-udpgothic";
const FILES = {
  regular: `${PACKAGE}/400Regular/BIZUDPGothic_400Regular.ttf`,
  bold: `${PACKAGE}/700Bold/BIZUDPGothic_700Bold.ttf`,
};

/**
 * Reads the fonts that statements are set in: BIZ UDPGothic (SIL Open Font License 1.1), from the optional peer that brings them.
 *
 * @throws StatementPdfError where it is not installed
 */
export async function readStatementFonts(): Promise<StatementFonts> {
  const { resolve } = createRequire(import.meta.url);
  try {
    const [regular, bold] = await Promise.all([
      readFile(resolve(FILES.regular)),
      readFile(resolve(FILES.bold)),
    ]);
    return { regular, bold };
  } catch (cause) {
    throw new StatementPdfError("The fonts that statements are set in are not installed.", {
      cause,
      details: [`Install ${PACKAGE} beside @ryugu/sdk.`],
    });
  }
}
