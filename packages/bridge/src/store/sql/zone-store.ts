import { type ValidatorSet, validatorSet } from "@ryugu/sdk/lane";
import { address, type Bytes32, type ChainId, chainId } from "@ryugu/sdk/primitives";
import type { ZoneManifest } from "@ryugu/sdk/zone";
import { StoreForeignError } from "../errors.ts";
import type { SqlSession } from "./database.ts";
import { number, text } from "./rows.ts";

/** The set that each gateway goes by, as it was last noted. */
export async function readValidatorSets(
  db: SqlSession,
): Promise<{ chain: ChainId; set: ValidatorSet }[]> {
  const sets = await db.all("SELECT chain, epoch, quorum FROM validator_set ORDER BY chain");
  const seats = Map.groupBy(await db.all("SELECT chain, address FROM validator"), (row) =>
    text(row, "chain"),
  );
  return sets.map((row) => {
    const chain = text(row, "chain");
    const validators = (seats.get(chain) ?? []).map((seat) => address(text(seat, "address")));
    const set = validatorSet(number(row, "epoch"), number(row, "quorum"), validators);
    return { chain: chainId(chain), set };
  });
}

/** Notes whose the database is. Throws StoreForeignError when it is another's. */
export async function own(
  db: SqlSession,
  { zoneId, partner }: { zoneId: Bytes32; partner: string },
): Promise<void> {
  const known = await db.get("SELECT zone, partner FROM owner");
  if (known === undefined) {
    await db.run("INSERT INTO owner (zone, partner) VALUES (?, ?)", zoneId, partner);
    return;
  }
  const [zone, whose] = [text(known, "zone"), text(known, "partner")];
  if (zone === zoneId && whose === partner) return;
  throw new StoreForeignError("The database is another node's.", {
    details: [`Its zone and partner: ${zone}, ${whose}`, `Configured: ${zoneId}, ${partner}`],
  });
}

/** The manifest that was kept of a zone, as JSON. It is verified again by whoever reads it. */
export async function readManifest(db: SqlSession, zone: Bytes32): Promise<string | undefined> {
  const row = await db.get("SELECT value FROM kept_manifest WHERE zone = ?", zone);
  return row && text(row, "value");
}

/** Keeps a manifest unless a later version is kept. */
export async function keepManifest(db: SqlSession, manifest: ZoneManifest): Promise<void> {
  await db.run(
    `INSERT INTO kept_manifest (zone, version, value) VALUES (?, ?, ?)
     ON CONFLICT (zone) DO UPDATE SET version = excluded.version, value = excluded.value
     WHERE excluded.version >= kept_manifest.version`,
    manifest.zoneId,
    manifest.version,
    JSON.stringify(manifest),
  );
}
