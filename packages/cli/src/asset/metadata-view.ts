import type { AssetMetadata, MetadataValidation, MetadataVerdict, Model } from "@ryugu/sdk/asset";
import { type Block, fields, lines, table } from "../output/blocks.ts";
import { findingsView, type Language, tally } from "../output/finding-view.ts";
import { byteSize } from "../output/number.ts";
import { accent, bad, faint, good, type Line, title, warn } from "../output/style.ts";

/** How many basis points make a percent. */
const BASIS_POINTS = 100;

/** A report on metadata for people: what it says, what is wrong, the verdict. */
export function validationView(
  source: string,
  validation: MetadataValidation,
  language: Language,
): Block[] {
  const { metadata, findings, error } = validation;
  return [
    ...(metadata === undefined ? [lines(faint(source))] : metadataView(metadata, source)),
    ...findingsView(findings, language),
    lines(
      [...verdictLine(validation.verdict), faint(tally(findings))],
      ...(error === undefined ? [] : [`  ${error.message}`]),
      ...(error?.details ?? []).map((detail) => `  ${detail}`),
    ),
  ];
}

/** What an asset's metadata says. */
export function metadataView(metadata: AssetMetadata, source?: string): Block[] {
  const { ryugu: portable } = metadata;
  return [
    lines(
      [
        title(metadata.name || "(no name)"),
        ...(source === undefined ? [] : [faint(`  ${source}`)]),
      ],
      ...(metadata.description ? metadata.description.split(/\r?\n/) : []),
    ),
    fields(
      ["image", link(metadata.image)],
      ["animation", link(metadata.animation_url)],
      ["page", link(metadata.external_url)],
      ["class", portable?.class],
      ["licence", portable?.licence && (portable.licence.spdx ?? link(portable.licence.url))],
      ...(metadata.attributes ?? []).map((each): [string, Line] => [
        each.trait_type ?? "trait",
        String(each.value),
      ]),
    ),
    ...modelsView(portable?.models ?? []),
    ...creatorsView(metadata),
  ];
}

function modelsView(models: readonly Model[]): Block[] {
  if (models.length === 0) return [];
  const rows = models.map(({ use, format, size, uri }): Line[] => [
    use,
    format,
    size === undefined ? "" : byteSize(size),
    link(uri) ?? "",
  ]);
  return [table(["model for", "format", ">size", "link"], rows)];
}

function creatorsView({ ryugu }: AssetMetadata): Block[] {
  if (ryugu?.creators === undefined) return [];
  const rows = ryugu.creators.map(({ account, name, share }): Line[] => [
    name ?? faint("(no name)"),
    `${share / BASIS_POINTS} %`,
    accent(account),
  ]);
  return [table(["creator", ">share", "account"], rows)];
}

/** The longest link shown whole; a picture inside a `data:` link is not for reading. */
const MAX_LINK = 200;

function link(uri: string | undefined): Line | undefined {
  if (uri === undefined) return undefined;
  if (uri.length <= MAX_LINK) return accent(uri);
  return [accent(`${uri.slice(0, 60)}…`), faint(`  ${byteSize(uri.length)}`)];
}

function verdictLine(verdict: MetadataVerdict) {
  const sentences = {
    valid: [good("✓ "), "Valid."],
    usable: [warn("! "), "Usable: what was wrong was mended."],
    invalid: [bad("✗ "), "Invalid: something that matters was left out."],
    unreadable: [bad("✗ "), "This is no metadata."],
  };
  return sentences[verdict];
}
