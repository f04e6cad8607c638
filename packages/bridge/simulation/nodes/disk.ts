import { DatabaseSync } from "node:sqlite";
import type { Store } from "../../src/ports/store.ts";
import { StoreFullError } from "../../src/store/errors.ts";

let disks = 0;

/** What only asks the store. */
const READS: ReadonlySet<string> = new Set([
  ...["cursor", "lanes", "lane", "seenBlocks", "finalBlocks", "finalTipAt", "lastReserved"],
  ...["unsigned", "attestations", "messages", "twoHeads", "finalMessages", "attestedCheckpoints"],
  ...["attestationsOf", "openSubmissions", "transfer", "transfers", "events", "lastEvent"],
  ...["holdings", "validatorSets", "manifest", "wantedActs", "ledgers", "tokenLedgers", "close"],
]);

/** A node's disk: an SQLite database in memory that outlives the process that opened it, and its backups. */
export class Disk {
  readonly #name = `ryugu-simulation-${disks++}`;
  #version = 0;
  #anchor = new DatabaseSync(this.path);
  #backup: DatabaseSync | undefined;
  isFull = false;

  /** What the node's process opens. */
  get path(): string {
    return memory(`${this.#name}-${this.#version}`);
  }

  get hasBackup(): boolean {
    return this.#backup !== undefined;
  }

  /** Whether an old backup was ever put in its place. */
  get wasRestored(): boolean {
    return this.#version > 0;
  }

  /** Copies what is there now. Only while no process has it open. */
  backUp(): void {
    this.#backup?.close();
    const name = memory(`${this.#name}-backup-${disks++}`);
    this.#backup = new DatabaseSync(name);
    this.#anchor.exec(`VACUUM INTO '${name}'`);
  }

  /** Puts the backup in the place of what is there. Only while no process has it open. */
  restore(): void {
    if (this.#backup === undefined) return;
    this.#version += 1;
    const anchor = new DatabaseSync(this.path);
    this.#backup.exec(`VACUUM INTO '${this.path}'`);
    this.#anchor.close();
    this.#anchor = anchor;
  }

  close(): void {
    this.#anchor.close();
    this.#backup?.close();
  }
}

/** A store on a disk: what writes fails while the disk is full. */
export function storeOn(disk: Disk, store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...values: unknown[]) => {
        if (disk.isFull && !READS.has(String(name)))
          throw new StoreFullError("The disk is full: the node's database cannot be written.");
        return Reflect.apply(member, target, values);
      };
    },
  });
}

const memory = (name: string) => `file:/${name}?vfs=memdb`;
