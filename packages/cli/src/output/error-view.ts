import { type ErrorJson, RyuguError } from "@ryugu/sdk/errors";
import { type Block, lines } from "./blocks.ts";
import { accent, bad, faint, type Line } from "./style.ts";

/** An error that no class foresaw: a defect, whose stack helps whoever mends it. */
const DEFECT_CODE = "defect";
const ISSUES = "https://github.com/ryugu-zone/ryugu/issues";

/** Any thrown thing as the JSON that `--json` writes to stderr. */
export function errorJson(error: unknown): ErrorJson {
  if (error instanceof RyuguError) return error.toJSON();
  return {
    code: DEFECT_CODE,
    message: "ryugu met a defect of its own.",
    details: stackOf(error),
    retryable: false,
    docs: ISSUES,
  };
}

/** Any thrown thing for people: the sentence, the details, and where to read on. */
export function errorView(error: unknown): Block[] {
  const { message, details, docs, code } = errorJson(error);
  const detailLines: Line[] = details.map((detail) => `  ${detail}`);
  const link: Line = [
    "  ",
    faint(code === DEFECT_CODE ? "Please report it: " : "More: "),
    accent(docs),
  ];
  return [lines([bad("✗ "), message], ...detailLines, link)];
}

function stackOf(error: unknown): string[] {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.split("\n").map((line) => line.trim());
}
