import { askJson } from "../../services/ask.ts";
import type { Account, LockChoice, MadeKey } from "../../services/world/lazy.ts";
import { rendererHere } from "../../services/world/renderer.ts";
import { KEPT, keep, readKept } from "../../services/world/storage.ts";
import {
  type ArrivalStage,
  stageAfterTitle,
  stageAfterWho,
  stageBefore,
  type Visitor,
} from "../../sim/arrival/arrival.ts";
import { readOwnAvatars } from "../../sim/arrival/own-avatars.ts";
import { isSoftware } from "../../sim/detail/detail.ts";
import { cleanName } from "../../sim/text/said.ts";
import type { ArrivalState } from "../../stores/world/arrival-store.ts";
import { enterWorld } from "./enter.ts";
import { notice } from "./notices.ts";
import { chooseFile, wearOwnFile } from "./own-file.ts";
import { problemOf } from "./problem-code.ts";
import { heavy, type Visit } from "./visit.ts";

/** What somebody on the way in can do. */
export function arrivalActions(visit: Visit) {
  const { arrival } = visit.stores;
  const go = (stage: ArrivalStage) => arrival.setState({ stage, problem: undefined });
  const hasKey = () => arrival.getState().keptKey !== undefined;

  return {
    begin() {
      const { isReturning, visitor } = arrival.getState();
      go(stageAfterTitle(isReturning ? visitor : undefined, hasKey()));
      // The scene comes while somebody still chooses who to be.
      if (!visit.stores.place.getState().isFlat) {
        void import("../../view/index.ts").catch(() => undefined);
      }
    },
    back() {
      const before = stageBefore(arrival.getState().stage, hasKey());
      if (before !== undefined) go(before);
    },
    go,
    setName: (name: string) =>
      arrival.setState(({ visitor }) => ({ visitor: { ...visitor, name: name.slice(0, 96) } })),
    setAvatar: (id: string) =>
      arrival.setState(({ visitor }) => ({
        visitor: { ...visitor, avatar: { kind: "own", id } },
        ownFile: undefined,
      })),
    confirmWho() {
      const { visitor } = arrival.getState();
      const name = cleanName(visitor.name);
      if (name === "") return arrival.setState({ problem: { code: "name-empty" } });
      const chosen = { ...visitor, name };
      arrival.setState({ visitor: chosen });
      keep(KEPT.visitor, JSON.stringify(chosen));
      if (visit.account === undefined) return go(stageAfterWho(hasKey()));
      changeLooks(visit, chosen);
    },
    chooseFile: (file: File) => void chooseFile(visit, file),
    makeKey: (choice: LockChoice) =>
      open(visit, choice.kind === "passkey" ? "passkey" : "key", async () =>
        made(visit, await (await heavy()).makeAccount(choice)),
      ),
    unlock: (secret: { passphrase: string } | "passkey") =>
      open(visit, "unlock", async () => (await heavy()).unlockAccount(secret)),
    recoverFromWords: (words: string, choice: LockChoice) =>
      open(visit, "recover", async () => {
        const account = made(visit, await (await heavy()).accountFromWords(words, choice));
        return backedUp(visit, account);
      }),
    recoverFromBackup: (json: string, passphrase: string) =>
      open(visit, "recover", async () => {
        const onProgress = (fraction: number) => arrival.setState({ fraction });
        const { accountFromBackup } = await heavy();
        return backedUp(visit, made(visit, await accountFromBackup(json, passphrase, onProgress)));
      }),
    connectWallet: (uuid: string) =>
      open(visit, "wallet", async () => {
        const found = announced.find((wallet) => wallet.uuid === uuid);
        if (found === undefined) throw new Error("The wallet has gone.");
        return (await heavy()).connectAccount(found.provider);
      }),
    /** Tries again to get in, with the account that is open. */
    retryEntering: () => enterWorld(visit),
    async ratePassphrase(text: string) {
      return (await heavy()).ratePassphrase(text, [arrival.getState().visitor.name, "ryugu"]);
    },
  };
}

/** Somebody inside wants another name or avatar. */
function changeLooks(visit: Visit, { name, avatar }: Visitor): void {
  const { me } = visit.world;
  if (me.name !== name) visit.link?.tell({ t: "rename", name });
  if (visit.ownFile !== undefined) void wearOwnFile(visit);
  else if (JSON.stringify(me.avatar) !== JSON.stringify(avatar)) {
    visit.link?.tell({ t: "dress", avatar });
    me.avatar = avatar;
  }
  me.name = name;
}

let announced: Awaited<ReturnType<typeof lookForWallets>>["wallets"] = [];

/** Opens an account and goes in with it; tells what went wrong otherwise. */
async function open(
  visit: Visit,
  busy: ArrivalState["busy"],
  act: () => Promise<Account>,
): Promise<void> {
  const { arrival } = visit.stores;
  if (arrival.getState().busy !== undefined) return;
  arrival.setState({ busy, problem: undefined, fraction: undefined });
  try {
    visit.account = await act();
  } catch (error) {
    return arrival.setState({ busy: undefined, fraction: undefined, problem: problemOf(error) });
  }
  arrival.setState({ busy: undefined, fraction: undefined });
  visit.stores.belongings.setState({
    account: visit.account.wallet.address,
    isOwnKey: visit.account.kind === "key",
    isBackedUp: readKept(KEPT.backup) === visit.account.wallet.address,
  });
  await enterWorld(visit);
}

function made(visit: Visit, { account, isKept }: MadeKey): Account {
  if (!isKept) notice(visit, "key-not-kept", "warning");
  return account;
}

function backedUp(visit: Visit, account: Account): Account {
  keep(KEPT.backup, account.wallet.address);
  visit.stores.belongings.setState({ isBackedUp: true });
  return account;
}

/** Asks the browser what it can do, and the server which avatars there are. Nothing of this is waited for. */
export function prepareArrival(visit: Visit): void {
  const { arrival, place } = visit.stores;
  // Known before anything is drawn: a world that is built in full detail and then anew in less takes twice as long.
  const renderer = rendererHere();
  if (renderer === undefined) place.setState({ isFlat: true });
  else if (isSoftware(renderer)) place.setState({ detail: "reduced" });
  askJson("/avatars/avatars.json", { signal: visit.end.signal, maxBytes: 64_000 })
    .then((answer) => arrival.setState({ avatars: readOwnAvatars(answer) }))
    .catch(() => undefined);
  heavy()
    .then(async ({ checkPasskeySupport, passkeyHost, keptKey, hasPassphrase, passkeysOf }) => {
      const locked = keptKey();
      if (locked !== undefined) {
        const { address } = locked;
        const passkeys = passkeysOf(locked).length;
        arrival.setState({ keptKey: { address, hasPassphrase: hasPassphrase(locked), passkeys } });
      }
      void lookForWallets(visit);
      const support = await checkPasskeySupport(passkeyHost(window));
      arrival.setState({
        passkey: support.isAvailable
          ? { isAvailable: true }
          : { isAvailable: false, reason: support.reason },
      });
    })
    .catch(() => arrival.setState({ passkey: { isAvailable: false } }));
}

async function lookForWallets({ stores, end }: Visit) {
  const { discoverWallets } = await heavy();
  const discovery = discoverWallets(window);
  const show = () => {
    announced = discovery.wallets;
    stores.arrival.setState({
      wallets: announced.map(({ uuid, name, icon }) => ({ uuid, name, icon })),
    });
  };
  discovery.subscribe(show);
  show();
  end.signal.addEventListener("abort", () => discovery.stop());
  return discovery;
}
