import { createRequire } from "node:module";
import { readStatementFonts } from "@ryugu/sdk/payout/statement/node";
import type { NodeConfig } from "../../config/schema.ts";
import { bad, type Finding, good, reasonOf } from "./finding.ts";

/** What writes PDF. It is loaded with the first one that is asked for. */
const LIBRARIES = ["pdfkit", "fontkit"];

/** Looks at whether creators' statements can be written; nothing for a node that makes none. */
export async function examineStatements({ payout }: Readonly<NodeConfig>): Promise<Finding[]> {
  if (payout.statements === undefined) return [];
  try {
    // Where the SDK looks, which loads them.
    const sdk = createRequire(createRequire(import.meta.url).resolve("@ryugu/sdk/package.json"));
    for (const library of LIBRARIES) sdk.resolve(library);
    await readStatementFonts();
    return [good("creators' statements can be written as PDF")];
  } catch (error) {
    const advice = "Install what the node's package lists, or people get JSON and CSV only.";
    return [bad(`creators' statements cannot be written as PDF: ${reasonOf(error)}`, advice)];
  }
}
