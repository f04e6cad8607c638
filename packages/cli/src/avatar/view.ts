import type { AvatarInspection, AvatarMeta, AvatarRefusedError } from "@ryugu/sdk/avatar";
import { type Block, fields, lines } from "../output/blocks.ts";
import { findingsView, type Language, tally } from "../output/finding-view.ts";
import { byteSize, grouped } from "../output/number.ts";
import { accent, bad, faint, good, type Line, title, warn } from "../output/style.ts";

/** How many names of a list are shown. */
const LISTED = 12;

/** An avatar for people: who and whose it is, its terms, what it is made of, what is wrong. */
export function inspectionView(
  file: string,
  inspection: AvatarInspection,
  language: Language,
  refusalCode?: string,
): Block[] {
  const { meta, findings } = inspection;
  return [
    lines([title(meta.name || "(no name)"), faint(`  ${file}`)]),
    factsView(inspection),
    termsView(meta),
    countsView(inspection),
    ...findingsView(findings, language),
    verdictView(inspection, refusalCode),
  ];
}

/** A file that cannot be inspected, for people. */
export function refusalView(
  file: string,
  refusal: AvatarRefusedError,
  language: Language,
): Block[] {
  return [
    lines(
      [bad("✗ "), refusal.shortMessage, faint(`  ${refusal.code}`)],
      `  ${file}`,
      ...refusal.details.map((detail) => `  ${detail}`),
      ["  ", faint("More: "), accent(refusal.docsUrl)],
    ),
    ...findingsView(refusal.findings, language),
  ];
}

function verdictView({ findings }: AvatarInspection, refusalCode?: string): Block {
  const counts = faint(tally(findings));
  if (refusalCode !== undefined) {
    return lines([bad("✗ "), `Worlds refuse this avatar: ${refusalCode}.`, counts]);
  }
  const warned = findings.some(({ severity }) => severity === "warning");
  return lines(
    warned
      ? [warn("! "), "This avatar can be used.", counts]
      : [good("✓ "), "This avatar is in good order."],
  );
}

function factsView({ version, meta, bytes, generator, exporter }: AvatarInspection): Block {
  return fields(
    ["format", [`VRM ${version}`, faint(`  ${byteSize(bytes)}`)]],
    ["authors", listed(meta.authors)],
    ["version", meta.version],
    ["contact", meta.contact],
    ["copyright", meta.copyright],
    ["references", listed(meta.references)],
    [
      "made with",
      [generator, exporter].filter((name) => name !== undefined).join(", ") || undefined,
    ],
  );
}

/** Terms that are shown under a name of their own. */
const SHOWN_APART = ["licenseName", "licenseUrl", "otherLicenseUrl"];

function termsView({ licence }: AvatarMeta): Block {
  const terms = Object.entries(licence.terms).filter(([name]) => !SHOWN_APART.includes(name));
  const others = new Set(licence.otherUrls.filter((url) => url !== licence.url));
  return fields(
    ["licence", licence.name],
    ["terms at", licence.url && accent(licence.url)],
    ...[...others].map((url): [string, Line] => ["terms also at", accent(url)]),
    ...terms
      .filter(([, value]) => value !== licence.url && !others.has(String(value)))
      .map(([name, value]): [string, Line] => [name, String(value)]),
  );
}

function countsView({ counts, bones, expressions, springBones }: AvatarInspection): Block {
  const drawn =
    counts.drawnTriangles === counts.triangles ? "" : `, ${grouped(counts.drawnTriangles)} drawn`;
  return fields(
    ["triangles", `${grouped(counts.triangles)}${drawn}`],
    ["vertices", grouped(counts.vertices)],
    ["meshes", `${grouped(counts.meshes)} with ${grouped(counts.primitives)} primitives`],
    ["materials", grouped(counts.materials)],
    ["textures", `${grouped(counts.textures)} of ${grouped(counts.images)} images`],
    ["bones", `${grouped(bones.length)} humanoid, ${grouped(counts.joints)} joints`],
    ["expressions", listed(expressions.map(({ name }) => name)) ?? "none"],
    [
      "springs",
      `${grouped(springBones.springs)} with ${grouped(springBones.joints)} joints, ` +
        `${grouped(springBones.colliders)} colliders`,
    ],
  );
}

function listed(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const more = names.length - LISTED;
  return names.slice(0, LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
