import type { Declared, Entry } from "./natspec.ts";

/** What a group of interfaces is about, and their names. */
export interface Group {
  title: string;
  about: string;
  interfaces: readonly string[];
}

const HEADER = `# Contracts, function by function

What every function, event and error of the zone's contracts promises. Generated from their NatSpec by the build: edit
the interfaces in \`packages/contracts/src/interfaces\`, not this page. How they work together:
[contracts](contracts.md); every layout and digest: [the lane protocol](protocol.md).

A *view* may be asked by anyone, changes nothing and emits nothing. Everything else says who may call it, what it
changes, what it emits and how it fails. A call that reverts changes nothing.
`;

/** The whole page. */
export function renderPage(
  groups: readonly Group[],
  find: (name: string) => Declared,
  errors: readonly Declared[],
): string {
  const parts = groups.map(
    ({ title, about, interfaces }) =>
      `## ${title}\n\n${about}\n\n${interfaces.map((name) => renderInterface(find(name))).join("\n")}`,
  );
  const libraries = errors.map(
    (library) => `### ${library.name}\n\n${renderShort(library.entries, "error")}`,
  );
  return `${HEADER}\n${parts.join("\n")}\n## Errors of libraries\n\n${libraries.join("\n")}`;
}

function renderInterface(declared: Declared): string {
  const { name, title, notice, details, types, entries } = declared;
  const head = [`### ${name}: ${title}`, text(notice), text(details), types && code(types)]
    .filter(Boolean)
    .join("\n\n");
  const functions = entries.filter(({ kind }) => kind === "function");
  const ordered = [
    ...functions.filter(({ isView }) => !isView),
    ...functions.filter(({ isView }) => isView),
  ];
  const rest = [renderShort(entries, "event"), renderShort(entries, "error")].filter(Boolean);
  return `${[head, ...ordered.map(renderFunction), ...rest].join("\n\n")}\n`;
}

function renderFunction({ name, signature, isView, notice, details, params, returns }: Entry) {
  const named = [
    ...Object.entries(params).map(([param, said]) => `- \`${param}\`: ${text(said)}`),
    ...Object.entries(returns).map(
      ([value, said]) => `- returns${/^_\d/.test(value) ? "" : ` \`${value}\``}: ${text(said)}`,
    ),
  ].join("\n");
  return [
    `#### ${name}${isView ? " (view)" : ""}`,
    code(signature),
    text(notice),
    text(details),
    named,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function renderShort(entries: readonly Entry[], kind: "event" | "error"): string {
  const rows = entries.filter((entry) => entry.kind === kind);
  if (rows.length === 0) return "";
  const lines = rows.map(
    ({ signature, notice, details }) =>
      `| \`${signature}\` | ${text([notice, details].filter(Boolean).join(" "))} |`,
  );
  return [`| ${kind} | meaning |`, "|---|---|", ...lines].join("\n");
}

function code(solidity: string): string {
  return `\`\`\`solidity\n${solidity}\n\`\`\``;
}

/** NatSpec's references as code. */
function text(natspec: string): string {
  return natspec.replace(/\{([^}]+)\}/g, "`$1`").trim();
}
