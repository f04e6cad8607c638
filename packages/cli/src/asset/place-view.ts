import type { MetadataValidation } from "@ryugu/sdk/asset";
import { formatAssetId } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { type Block, fields, lines } from "../output/blocks.ts";
import { findingsView, type Language } from "../output/finding-view.ts";
import { accent, faint, good, type Line, title, warn } from "../output/style.ts";
import type { Holding, TokenPlace } from "./locate.ts";
import { metadataView } from "./metadata-view.ts";

/** A token's place for machines. `state` is `home`, `away`, or `moving` while it is on its way. */
export function placeJson({ home, away, collection, uri }: TokenPlace) {
  const holding = ({ asset, owner }: Holding) => ({
    asset: formatAssetId(asset),
    chain: asset.chain,
    ...(owner && { owner }),
  });
  const owner = away === undefined ? home.owner : away.representation.owner;
  return {
    collection,
    state: away === undefined ? "home" : owner === undefined ? "moving" : "away",
    ...(owner && { owner }),
    home: holding(home),
    ...(away && { vault: away.vault, representation: holding(away.representation) }),
    ...(uri !== undefined && { uri }),
  };
}

/** A token for people: what it is called, where it is, what its metadata says. */
export function tokenView(
  zone: Zone,
  place: TokenPlace,
  metadata: MetadataValidation | undefined,
  language: Language,
): Block[] {
  const { home, collection, uri } = place;
  const name = `${collection.name || "(no name)"} #${home.asset.tokenId}`;
  return [
    lines([title(name), faint(collection.symbol && `  ${collection.symbol}`)]),
    fields(...whereRows(zone, place), ["uri", uri === undefined ? faint("none") : accent(uri)]),
    ...(metadata === undefined ? [] : describe(metadata, language)),
  ];
}

function whereRows(zone: Zone, { home, away }: TokenPlace): [string, Line | undefined][] {
  const named = ({ asset }: Holding): Line => [
    `${zoneChain(zone, asset.chain).name}  `,
    accent(formatAssetId(asset)),
  ];
  if (away === undefined) {
    return [
      ["is now", [good("at home on "), ...parts(named(home))]],
      ["owner", home.owner && accent(home.owner)],
    ];
  }
  const { representation, vault } = away;
  const there = zoneChain(zone, representation.asset.chain).name;
  return [
    [
      "is now",
      representation.owner === undefined
        ? warn(`on its way to or from ${there}; see \`ryugu transfer follow\``)
        : [good("on "), ...parts(named(representation))],
    ],
    ["owner", representation.owner && accent(representation.owner)],
    ["home", named(home)],
    ["vault", [accent(vault), faint(`  holds it at home for ${there}`)]],
  ];
}

function parts(line: Line) {
  return typeof line === "string" || "text" in line ? [line] : line;
}

function describe({ metadata, findings, error }: MetadataValidation, language: Language): Block[] {
  if (metadata === undefined) {
    const details = (error?.details ?? []).map((detail): Line => faint(`  ${detail}`));
    return [
      lines([warn("! "), `Its metadata cannot be read: ${error?.message ?? ""}`], ...details),
    ];
  }
  return [...metadataView(metadata), ...findingsView(findings, language)];
}
