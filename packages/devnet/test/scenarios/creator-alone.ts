import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NodeConfigInput } from "@ryugu/bridge";
import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { PARTNERS, type RunningZone } from "../../src/index.ts";
import { writeFileAtomic } from "../../src/process/write-atomic.ts";
import type { MoneyStage } from "../support/money-stage.ts";
import { ryugu } from "../support/ryugu-command.ts";

const YEN = 10n ** 18n;
const COINS = 10n ** 18n;

interface Collected {
  isAll: boolean;
  collected: readonly { step: string; state: string; amount: string }[];
}

/** With the relayers dead a creator still claims everything: what is credited, what a split holds, and royalties far away. */
export function creatorAlone(zone: () => RunningZone, stage: () => MoneyStage): void {
  const painter = Wallet.createRandom();
  const poet = Wallet.createRandom();
  const price = 40_000n * YEN;
  /** A twentieth, halved. */
  const ofResale = price / 40n;
  const held = () => stage().held("garan", painter.address);

  const collect = async (): Promise<Collected> => {
    const on = (slug: string, account: string) => `${zone().chainId(slug)}:${account}`;
    const all = (what: "rail" | "splits") =>
      ["garan", "minato"].map((slug) => on(slug, stage().contracts(slug)[what]));
    process.env.PAINTERS_KEY = painter.privateKey;
    const { id, genesisSetHash, manifest } = zone().ready.zone;
    const words = [
      ...["payout", "collect", "--key-env", "PAINTERS_KEY"],
      ...["--manifest", manifest, "--trust", `${id}:${genesisSetHash}`],
      ...["--rail", ...all("rail"), "--splits", ...all("splits")],
      ...["--currency", on("garan", stage().contracts("garan").yen)],
    ];
    return ryugu<Collected>(zone().layout.folder, ...words);
  };
  const steps = ({ collected }: Collected) =>
    collected.map(({ step, state }) => `${step} ${state}`).sort();

  test("every node is killed, and a work is sold far away: its royalty waits there", async () => {
    const person = await zone().keys.person.open();
    const shares = [painter, poet].map(({ address: payee }) => ({ payee, weight: 1 }));
    const split = await stage().split(person, shares);
    const work = await stage().workOnMinato(person, split);
    const deployer = await zone().keys.deployer.open();
    for (const slug of ["minato", "garan"]) {
      const from = deployer.connect(stage().provider(slug));
      await (await from.sendTransaction({ to: painter.address, value: COINS })).wait();
    }
    await Promise.all(PARTNERS.map(({ slug }) => zone().node(slug).kill()));
    await stage().sellOnMinato(person, work, price);

    // At home the split holds money that nobody has divided.
    const operator = (await zone().keys.operators.garan?.open())?.connect(stage().garan);
    if (operator === undefined) throw new RangeError("Garan has no operator.");
    const yen = stage().yen("garan").connect(operator) as ReturnType<MoneyStage["yen"]>;
    await (await yen.getFunction("transfer")(split, 1_000n * YEN)).wait();
    expect(await held()).toBe(0n);
  });

  test("with every node dead the creator takes what is at home, and sends the royalty on its way", async () => {
    const told = await collect();
    expect(steps(told)).toEqual(["delivery waiting", "division done", "forward done"]);
    expect(told.isAll).toBe(false);
    expect(await held()).toBe(500n * YEN);
  });

  test("with every relayer dead, and signatures published, the creator delivers it alone", async () => {
    const witnesses = ["urashima", "sango", "minamo"];
    for (const slug of witnesses) leaveOutRelaying(zone(), slug);
    await Promise.all(witnesses.map((slug) => zone().node(slug).start()));
    const done = async () => (await collect()).isAll;
    await expect.poll(done, { timeout: 60_000, interval: 1_000 }).toBe(true);
    expect(await held()).toBe(500n * YEN + ofResale);
    expect(await stage().held("garan", poet.address)).toBe(500n * YEN + ofResale);
  });
}

/** As an operator would who signs what is final and carries nothing. */
function leaveOutRelaying({ layout }: RunningZone, slug: string): void {
  const path = join(layout.partner(slug), "node.json");
  const config: NodeConfigInput = JSON.parse(readFileSync(path, "utf8"));
  const roles = ["observe", "attest", "api"] as const;
  writeFileAtomic(path, JSON.stringify({ ...config, roles: [...roles] }));
}
