import { fieldLines, type Paint, painter } from "../terminal/view.ts";
import type { PreparedKey, PreparedNode } from "./prepare-folder.ts";

/** What `ryugu-node init` shows to people. */
export function initLines(node: PreparedNode, colour: boolean): string[] {
  const paint = painter(colour);
  const { zone, partner } = node;
  const seat = zone.hasSeat ? paint("has its seat", "good") : paint("has no seat yet", "warn");
  return [
    `${paint("✓", "good")} ${paint(`A node for ${partner}`, "title")}`,
    "",
    ...fieldLines(paint, [
      [
        "zone",
        `${paint(zone.name)}, manifest version ${zone.version}, verified; the partner ${seat}`,
      ],
      ["validator", keyLine(paint, node.validator)],
      ["relayer", keyLine(paint, node.relayer)],
      ...chainRows(paint, node),
      ["folder", paint(node.folder)],
    ]),
    "",
    "Before you start it:",
    ...steps(node).map((step, i) => `  ${i + 1}. ${step}`),
  ];
}

const keyLine = (paint: Paint, { address, kept }: PreparedKey) =>
  `${paint(address, "accent")}${kept ? " (kept)" : ""}`;

function chainRows(paint: Paint, { chains }: PreparedNode) {
  return chains.map(({ id, name, rpcUrls, agreement, own }, i) => {
    const count = `${agreement} of ${rpcUrls.length} endpoints must agree`;
    const whose = own ? "" : paint(" (the manifest's own)", "warn");
    return [i === 0 ? "chains" : "", `${paint(id)} ${paint(name)}: ${count}${whose}`] as const;
  });
}

function steps({ zone, chains, config, validator, relayer }: PreparedNode): string[] {
  const shared = chains.some(({ own }) => !own);
  return [
    "Copy keys/ to two safe places off this machine: the keystores to one, the passphrases to another.",
    ...(shared
      ? [
          "Put your own RPC endpoints into node.json: at least three of different providers a chain.",
        ]
      : []),
    ...(zone.hasSeat ? [] : [`Give the council your validator's address: ${validator.address}`]),
    `Send some of each chain's coin to the relayer, where gas costs something: ${relayer.address}`,
    `ryugu-node doctor --config ${config}`,
    `ryugu-node start --config ${config}`,
  ];
}
