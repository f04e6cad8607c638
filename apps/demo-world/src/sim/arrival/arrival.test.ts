import { expect, test } from "vitest";
import { readVisitor, stageAfterTitle, stageAfterWho, stageBefore } from "./arrival.ts";
import { OWN_AVATARS, readOwnAvatars } from "./own-avatars.ts";

const NAGI = { kind: "own", id: "nagi" } as const;

test("a kept visitor is read with a clean name, and nonsense is nobody", () => {
  expect(readVisitor({ name: "\u202eUmi\u200b", avatar: NAGI })).toEqual({
    name: "Umi",
    avatar: NAGI,
  });
  for (const wrong of [
    undefined,
    null,
    {},
    { name: "\u200b", avatar: NAGI },
    { name: "A", avatar: { kind: "own", id: "../x" } },
  ]) {
    expect(readVisitor(wrong)).toBeUndefined();
  }
});

test("who has a key here opens it; anybody else makes one", () => {
  expect(stageAfterTitle({ name: "Umi", avatar: NAGI }, true)).toBe("unlock");
  expect(stageAfterTitle(undefined, true)).toBe("who");
  expect(stageAfterWho(false)).toBe("key");
  expect(stageAfterWho(true)).toBe("unlock");
});

test("every step of the way in leads back to the title, and none in a circle", () => {
  for (const hasKey of [true, false]) {
    let stage: ReturnType<typeof stageBefore> = "recover";
    const seen = new Set();
    while (stage !== undefined && stage !== "title") {
      expect(seen.has(stage)).toBe(false);
      seen.add(stage);
      stage = stageBefore(stage, hasKey);
    }
    expect(stage).toBe("title");
  }
});

test("the list of avatars is believed only as far as it makes sense", () => {
  expect(readOwnAvatars([{ ...OWN_AVATARS[0], bytes: 5 }])[0]?.id).toBe("nagi");
  expect(() => readOwnAvatars([{ ...OWN_AVATARS[0], file: "../../etc" }])).toThrow(
    "list of avatars",
  );
  expect(() => readOwnAvatars([])).toThrow();
});
