/** How a block of a guide is run. */
export type BlockRun =
  | { kind: "skipped"; reason: string }
  | {
      kind: "run" | "background";
      /** An actor, or with `each` a group of them. */
      actor: string;
      each: boolean;
      /** Files that come from another actor or group first. */
      files: { names: string[]; from: string } | undefined;
      /** For a program that goes on: the address that answers when it is ready. */
      until: string | undefined;
    };

/** A fenced `sh` block of a guide. */
export interface GuideBlock {
  /** The heading that it stands under. */
  section: string;
  line: number;
  text: string;
  run: BlockRun;
}

const MARKER = /^<!--\s*(.*?)\s*-->$/;

/**
 * Finds the `sh` blocks of a guide. Each has a comment on the line before it that says how it is run:
 *
 *     <!-- run as sixth -->
 *     <!-- run as each partner, with rotation.json from otohime -->
 *     <!-- run in the background as sixth until http://127.0.0.1:4100/v1/ready -->
 *     <!-- not run: because … -->
 *
 * @throws Error for a block without one
 */
export function parseGuide(markdown: string): GuideBlock[] {
  const lines = markdown.split("\n");
  const blocks: GuideBlock[] = [];
  let section = "";
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.startsWith("#")) section = line.replace(/^#+\s*/, "");
    if (line !== "```sh") continue;
    const end = lines.indexOf("```", i + 1);
    const text = lines.slice(i + 1, end).join("\n");
    blocks.push({ section, line: i + 1, text, run: readMarker(lines[i - 1] ?? "", i) });
    i = end;
  }
  return blocks;
}

function readMarker(line: string, number: number): BlockRun {
  const marker = MARKER.exec(line)?.[1] ?? "";
  const skipped = /^not run: (.+)$/.exec(marker);
  if (skipped?.[1] !== undefined) return { kind: "skipped", reason: skipped[1] };
  const run =
    /^run( in the background)? as (each )?([\w-]+)(?:, with (.+) from ([\w-]+))?(?: until (\S+))?$/.exec(
      marker,
    );
  if (run === null)
    throw new Error(`line ${number}: this does not say how the block after it is run: ${line}`);
  const [, background, each, actor = "", names, from, until] = run;
  return {
    kind: background === undefined ? "run" : "background",
    actor,
    each: each !== undefined,
    files:
      names === undefined || from === undefined
        ? undefined
        : { names: names.split(/, | and /), from },
    until,
  };
}
