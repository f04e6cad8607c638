import { PlatformUnreachableError } from "../../services/errors.ts";
import { wait } from "../../services/wait.ts";
import { forget, KEPT, keep, readKept } from "../../services/world/storage.ts";
import { draftFaults, emptyDraft, type WorkDraft, workRequestOf } from "../../sim/making/draft.ts";
import { readMaking, writeMaking } from "../../sim/making/journal.ts";
import { type Making, type MakingStep, nextStep } from "../../sim/making/making.ts";
import { readPrice } from "../../sim/money/whole-yen.ts";
import type { Platform, PlatformMarket } from "../../sim/protocol/platform.ts";
import { readBelongings } from "./belongings.ts";
import { NotInsideError } from "./errors.ts";
import { notice } from "./notices.ts";
import { freshPlatform, GALLERY } from "./platform-news.ts";
import { problemOf } from "./problem-code.ts";
import { withSession } from "./session.ts";
import { heavy, inside, platformOf, type Visit } from "./visit.ts";

/** How often the wall is looked at for a new work, and how many times, in milliseconds. */
const LOOK_INTERVAL = 1_000;
const LOOKS = 30;

/** What one can do at the easel. */
export function makingActions(visit: Visit) {
  const { making } = visit.stores;
  return {
    beginDraft: () => beginDraft(visit),
    setDraft: (change: Partial<WorkDraft>) =>
      making.setState(({ draft }) =>
        draft === undefined ? {} : { draft: { ...draft, ...change } },
      ),
    choosePicture: (file: File) => void choosePicture(visit, file),
    make: () => void make(visit),
    goOnMaking: () => void goOn(visit),
    /** Back to the form: what the server does not have yet can still be changed. */
    changeDraft: () => {
      if (making.getState().isBusy) return;
      forget(KEPT.making);
      making.setState(({ making: kept }) => ({
        making: undefined,
        problem: undefined,
        ...(kept === undefined ? {} : { draft: kept.draft }),
      }));
    },
    /** Leaves the easel to the next work. */
    clearEasel: () => clearEasel(visit),
  };
}

function beginDraft({ stores, account }: Visit): void {
  if (stores.making.getState().draft !== undefined) return;
  const { name } = stores.arrival.getState().visitor;
  stores.making.setState({ draft: emptyDraft(name, account?.wallet.address ?? "") });
}

function clearEasel(visit: Visit): void {
  const { making } = visit.stores;
  const { isBusy, picture } = making.getState();
  if (isBusy) return;
  if (picture !== undefined) URL.revokeObjectURL(picture.url);
  forget(KEPT.making);
  making.setState({
    ...{ making: undefined, picture: undefined, pictureProblem: undefined },
    ...{ draft: undefined, problem: undefined },
  });
  beginDraft(visit);
}

async function choosePicture({ stores: { making } }: Visit, file: File): Promise<void> {
  making.setState({ isReadingPicture: true, pictureProblem: undefined });
  try {
    const { drawPicture } = await import("../../services/world/draw-picture.ts");
    const drawn = await drawPicture(file);
    const before = making.getState().picture;
    if (before !== undefined) URL.revokeObjectURL(before.url);
    making.setState({ picture: { ...drawn, url: URL.createObjectURL(drawn.blob) } });
  } catch (error) {
    making.setState({ pictureProblem: problemOf(error).code });
  } finally {
    making.setState({ isReadingPicture: false });
  }
}

/** Begins to make what is in the form. */
async function make(visit: Visit): Promise<void> {
  const { draft, picture, making, isBusy } = visit.stores.making.getState();
  if (draft === undefined || making !== undefined || isBusy) return;
  if (draftFaults(draft, picture !== undefined).length > 0) return;
  try {
    const { checkAccounts, newWorkKey } = await heavy();
    checkAccounts(draft.creators.map(({ account }) => account.trim()));
    keepMaking(visit, { key: newWorkKey(), draft });
  } catch (error) {
    return visit.stores.making.setState({ problem: problemOf(error).code });
  }
  await goOn(visit);
}

/** A work that an earlier page began is on the easel again, to be gone on with by its maker. */
export function resumeMaking(visit: Visit): void {
  const { account } = inside(visit);
  const making = readMaking(readKept(KEPT.making), account.wallet.address);
  // Whose picture never left an earlier page has to choose it again.
  if (making !== undefined && nextStep(making) !== "picture") {
    visit.stores.making.setState({ making, draft: making.draft });
  } else if (making !== undefined) {
    visit.stores.making.setState({ draft: making.draft });
  }
}

function keepMaking(visit: Visit, making: Making): void {
  visit.stores.making.setState({ making });
  keep(KEPT.making, writeMaking(inside(visit).account.wallet.address, making));
}

/** Does step after step, and stops where one fails. */
async function goOn(visit: Visit): Promise<void> {
  const { making } = visit.stores;
  if (making.getState().isBusy) return;
  making.setState({ isBusy: true, problem: undefined });
  try {
    for (;;) {
      const before = making.getState().making;
      const step = before === undefined ? undefined : nextStep(before);
      if (before === undefined || step === undefined) break;
      keepMaking(visit, { ...before, ...(await STEPS[step](visit, before)) });
    }
    forget(KEPT.making);
    notice(visit, "work-hangs", "good", making.getState().making?.draft.title ?? "");
    void readBelongings(visit, true);
  } catch (error) {
    making.setState({ problem: problemOf(error).code });
  } finally {
    making.setState({ isBusy: false });
  }
}

type Step = (visit: Visit, making: Making) => Promise<Partial<Making>>;

const STEPS: Record<MakingStep, Step> = {
  async picture(visit) {
    const { picture } = visit.stores.making.getState();
    if (picture === undefined) throw new NotInsideError("No picture was chosen.");
    const { sendPicture } = await heavy();
    const { url } = galleryOf(visit);
    return {
      picture: await withSession(visit, GALLERY, (token) => sendPicture(url, token, picture.blob)),
    };
  },

  async work(visit, { key, draft, picture = "" }) {
    const { makeWork } = await heavy();
    const { url } = galleryOf(visit);
    const request = workRequestOf(draft, key, picture);
    return { work: await withSession(visit, GALLERY, (token) => makeWork(url, token, request)) };
  },

  async offer(visit, { draft, work }) {
    const { askGas, offerToken, signerOn } = await heavy();
    const { account, chains, zone } = inside(visit);
    const gallery = galleryOf(visit);
    const price = readPrice(draft.price);
    if (work === undefined || price === undefined) throw new NotInsideError("Nothing was made.");
    await withSession(visit, GALLERY, (session) => askGas(gallery.url, session));
    const { chain } = gallery;
    const token = { chain, contract: work.collection, id: work.tokenId };
    const signer = await signerOn(account, chain, chains, zone);
    return {
      order: await offerToken(chains, gallery, signer, { token, price, payee: work.split }),
    };
  },

  async hang(visit, { order, work }) {
    const { postOrder } = await heavy();
    const { url } = galleryOf(visit);
    if (order === undefined || work === undefined) throw new NotInsideError("Nothing was offered.");
    await withSession(visit, GALLERY, (session) => postOrder(url, session, order));
    for (let looks = 1; looks <= LOOKS; looks++) {
      const { gallery } = await freshPlatform(visit, GALLERY);
      const hung = gallery?.artworks.find(({ spot }) => spot === work.spot);
      const isIt = hung?.sale?.collection.toLowerCase() === work.collection.toLowerCase();
      if (isIt && hung?.sale?.order != null) return { isHung: true };
      await wait(LOOK_INTERVAL, visit.end.signal);
    }
    throw new PlatformUnreachableError("The work does not hang yet.");
  },
};

/** The gallery and its market. Throws NotInsideError where it is not known. */
function galleryOf(visit: Visit): Platform & { market: PlatformMarket } {
  const gallery = platformOf(visit, GALLERY);
  const { market } = gallery;
  if (market !== undefined) return { ...gallery, market };
  throw new NotInsideError("The gallery has no market.");
}
