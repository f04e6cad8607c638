import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PARTNERS, type ZoneShape } from "./plan.ts";

/** Where everything of a zone lies in its folder. */
export interface ZoneLayout {
  folder: string;
  /** What was chosen when the zone was made; its presence marks the folder as a zone's. */
  settings: string;
  /** The signed manifest. */
  manifest: string;
  /** Addresses of everything, for scripts; there only while the zone is ready. */
  ready: string;
  processes: string;
  keys: string;
  content: string;
  demo: string;
  /** The simulated bank's, and the yen's issuer's. */
  bank: string;
  issuer: string;
  chain(slug: string): string;
  partner(slug: string): string;
  /** Of the platform on a chain, by the chain's slug. */
  world(slug: string): string;
  log(name: string): string;
}

/** Names the places in a zone's folder; does no I/O. */
export function zoneLayout(folder: string): ZoneLayout {
  const at = (...parts: string[]) => join(folder, ...parts);
  return {
    folder,
    settings: at("devnet.json"),
    manifest: at("zone.json"),
    ready: at("ready.json"),
    processes: at("processes.json"),
    keys: at("keys"),
    content: at("content"),
    demo: at("demo.json"),
    bank: at("bank"),
    issuer: at("issuer"),
    chain: (slug) => at("chains", slug),
    partner: (slug) => at("partners", slug),
    world: (slug) => at("worlds", slug),
    log: (name) => at("logs", `${name}.log`),
  };
}

/** The file with a platform's bearer token at the issuer, which only the platform and the issuer know. */
export const issuerTokenPath = (layout: ZoneLayout, slug: string) =>
  join(layout.world(slug), "issuer-token");

/** Makes the folders. Keys are for nobody else on the machine. */
export function makeFolders(layout: ZoneLayout, { chains, hasMoney }: ZoneShape): void {
  const open = [
    layout.content,
    join(layout.folder, "logs"),
    ...chains.map((c) => layout.chain(c.slug)),
  ];
  const closed = [
    layout.keys,
    ...PARTNERS.map(({ slug }) => layout.partner(slug)),
    ...chains.map(({ slug }) => layout.world(slug)),
    ...(hasMoney ? [layout.bank, layout.issuer] : []),
  ];
  for (const path of open) mkdirSync(path, { recursive: true });
  for (const path of closed) mkdirSync(path, { recursive: true, mode: 0o700 });
}
