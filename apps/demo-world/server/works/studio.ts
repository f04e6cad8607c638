import { type Address, type Bytes32, bytes32, isSameAddress } from "@ryugu/sdk/primitives";
import { id as hashOf } from "ethers";
import type { Artwork } from "../../src/sim/protocol/platform.ts";
import { errorFields, type Log } from "../log.ts";
import type { OrderBoard } from "../orders/board.ts";
import type { PictureShelf } from "../pictures/picture-shelf.ts";
import { shared } from "../sponsor/shared.ts";
import type { WorldStore } from "../store/world-store.ts";
import { describeWork } from "./describe-work.ts";
import { WorkRefusedError } from "./errors.ts";
import { makeWork, splitOf, type WorkTools } from "./make-work.ts";
import { readWork, type WorkPlan } from "./read-work.ts";
import { chooseSpot } from "./spots.ts";
import type { KeptWork, MadeWork, WorkBook } from "./work-book.ts";

/** A work that its maker has, and where it hangs. */
export interface HungWork extends MadeWork {
  readonly spot: string;
}

/** Where people make works of their own. */
export interface Studio {
  /**
   * Makes a person's work and hangs it; the same again for the same key.
   *
   * @param value - a `workRequest`, as it came
   * @throws InvalidShapeError, WorkRefusedError, and what the operator throws: asking again goes on
   */
  make(value: unknown, account: Address): Promise<HungWork>;
  /** People's works on the wall, as `platform.json` tells of them. */
  artworks(): Artwork[];
  /** Goes on with works whose makers do not ask any more, and notes which can be bought. */
  keep(): Promise<void>;
}

/** What a studio is made of. */
export interface StudioParts extends WorkTools {
  readonly store: WorldStore;
  readonly book: WorkBook;
  readonly pictures: PictureShelf;
  readonly board: Pick<OrderBoard, "ofToken">;
  /** Contracts that money must not be sent to: it would stay there. */
  readonly barred: readonly Address[];
  readonly now: () => number;
  readonly log: Log;
}

/** In milliseconds. */
const DAY = 86_400_000;
/** Each costs the platform the gas of four transactions. */
const MOST_A_DAY = { own: 8, all: 400 };

/** Opens the studio. */
export function openStudio(parts: StudioParts): Studio {
  const { store, book, pictures, board, now } = parts;

  const orderOf = ({ made }: KeptWork) =>
    made === undefined ? undefined : board.ofToken(made.collection, made.tokenId);

  /** Nothing is begun that has no picture, no spot, or nobody to be paid. */
  function begin(id: Bytes32, account: Address, plan: WorkPlan): void {
    const known = book.find(id);
    if (known !== undefined) {
      if (JSON.stringify(known.plan) === JSON.stringify(plan)) return;
      throw new WorkRefusedError("key", "This key was used for another work.");
    }
    assertPayable(plan);
    if (pictures.find(plan.picture) === undefined) {
      throw new WorkRefusedError("picture", "This picture was not brought here.");
    }
    const { own, all } = book.countSince(account, now() - DAY);
    if (own >= MOST_A_DAY.own || all >= MOST_A_DAY.all) {
      throw new WorkRefusedError("often", "As many works as there may be in a day were made.");
    }
    const hanging = book.hanging().map((work) => ({
      ...work,
      offeredAt: orderOf(work) === undefined ? work.offeredAt : now(),
    }));
    const chosen = chooseSpot(hanging, now());
    if (chosen === undefined) {
      throw new WorkRefusedError("full", "Every spot has a work that can be bought.");
    }
    if (chosen.instead !== undefined) book.takeDown(chosen.instead);
    book.begin({ id, account, plan, spot: chosen.spot }, now());
  }

  function assertPayable(plan: WorkPlan): void {
    const barred = [...parts.barred, splitOf(parts.splits, plan)];
    const found = plan.creators.find(({ account }) =>
      barred.some((each) => isSameAddress(each, account)),
    );
    if (found === undefined) return;
    throw new WorkRefusedError("payee", "What is paid to this contract stays there.", {
      details: [`Payee: ${found.account}`],
    });
  }

  const makeOnce = shared(async (id: Bytes32): Promise<HungWork> => {
    const work = book.find(id);
    const picture = work && pictures.find(work.plan.picture);
    if (work === undefined || picture === undefined) {
      throw new TypeError("A work is made that was not begun.");
    }
    if (work.made !== undefined) return { ...work.made, spot: work.spot };
    const made = await makeWork(parts, work, picture);
    book.finish(id, made);
    return { ...made, spot: work.spot };
  });

  return {
    async make(value, account) {
      const { key, plan } = readWork(value);
      const id = bytes32(hashOf(`${account}/${key}`.toLowerCase()));
      store.transaction(() => begin(id, account, plan));
      return await makeOnce(id);
    },
    artworks: () => book.hanging().flatMap((work) => describeWork(work, orderOf(work))),
    async keep() {
      for (const work of book.hanging()) {
        if (orderOf(work) !== undefined) book.offered(work.id, now());
      }
      for (const { id } of book.unfinished(now() - DAY)) {
        await makeOnce(id).catch((error) => parts.log("work-unfinished", errorFields(error)));
      }
    },
  };
}
