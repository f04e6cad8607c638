import { expect, test } from "vitest";
import type { Desk } from "../protocol/http.ts";
import { deskAddress, readDeskAddress } from "./desk-address.ts";
import { type DeskApplication, tellDesk } from "./desk-book.ts";

const EMPTY: Desk = { applications: [], withdrawn: 0, talk: [] };

const application = (id: string): DeskApplication => ({
  id,
  application: {
    organisation: "did:web:kelp.example",
    job: "diver",
    applicant: `0x${"a".repeat(40)}`,
    fields: [{ name: "name", value: "Umi" }],
    issuedAt: 1,
    nonce: `0x${"1".repeat(64)}`,
  },
  signature: "0x12",
  receivedAt: 1,
});

test("what is taken back is gone from the desk, and only counted", () => {
  const one = tellDesk(EMPTY, { kind: "application", application: application("0x1") });
  const two = tellDesk(one, { kind: "application", application: application("0x2") });
  const left = tellDesk(two, { kind: "withdrawal", id: "0x1" });
  expect(left.applications.map(({ id }) => id)).toEqual(["0x2"]);
  expect(left.withdrawn).toBe(1);
  expect(JSON.stringify(left)).not.toContain('0x1"');
});

test("news that comes twice counts once", () => {
  const news = { kind: "application", application: application("0x1") } as const;
  expect(tellDesk(tellDesk(EMPTY, news), news).applications).toHaveLength(1);
  const gone = tellDesk(tellDesk(tellDesk(EMPTY, news), { kind: "withdrawal", id: "0x1" }), {
    kind: "withdrawal",
    id: "0x1",
  });
  expect(gone.withdrawn).toBe(1);
});

test("the talk at the booth is bounded", () => {
  let desk = EMPTY;
  for (let at = 0; at < 300; at++) {
    desk = tellDesk(desk, { kind: "talk", line: { name: "Umi", text: "?", at, staff: false } });
  }
  expect(desk.talk.length).toBeLessThanOrEqual(200);
  expect(desk.talk.at(-1)?.at).toBe(299);
});

test("a desk's address is read, and nothing else is", () => {
  const key = { slug: "shiosai-energy", token: "IHWgc5BgCWNoNZk_LIUI-NLuQ8zdP7hmVqTkIYliiMA" };
  expect(readDeskAddress(deskAddress(key))).toEqual(key);
  for (const wrong of [
    "",
    "#",
    "#a.short",
    "#../x.aaaaaaaaaaaaaaaaaaaaaaaa",
    "#a b.aaaaaaaaaaaaaaaaaaaa",
  ]) {
    expect(readDeskAddress(wrong), wrong).toBeUndefined();
  }
});
