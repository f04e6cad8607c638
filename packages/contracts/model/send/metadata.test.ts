import { expect, test } from "vitest";
import { chooseForm, cutText } from "../asset/uri-form.ts";
import { claimOf, sentTo } from "../honest.ts";
import { A, ADA, B, BEN, born, C, EVE, one, Stage } from "../stage.ts";
import { collectionKey } from "../words.ts";

const told = (stage: Stage) => stage.chain(B).representations.get(collectionKey(born("erc721")));
const kinds = (stage: Stage) => sentTo(stage.model, A, B).map(({ message }) => message.kind);

test("a collection is told once, and each of its records once", () => {
  const stage = new Stage();
  stage.send(A, B, [...one(1n), ...one(2n)]);
  stage.send(A, B, one(3n));
  expect(kinds(stage)).toEqual(["collection", "transfer", "transfer"]);
  stage.deliver(A, B);
  expect(told(stage)?.records.get(1)?.prefix).toBe("https://tokens.example/");
  expect(told(stage)?.metadata.get(3n)).toEqual({ form: "decimal", record: 1 });
});

test("a text without an id travels exactly, without a record", () => {
  const stage = new Stage();
  const { homeToken: token } = born("erc721");
  stage.do({ on: A, type: "set-uri", token, id: 1n, uri: "ar://unrevealed" });
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  const exact = { form: "exact", record: 0, uri: "ar://unrevealed" };
  expect(told(stage)?.metadata.get(1n)).toEqual(exact);
  stage.do({ on: A, type: "set-uri", token, id: 2n, uri: `ar://${"x".repeat(1_020)}` });
  expect(stage.send(A, B, one(2n))).toBe("UriTooLong");
});

test("nothing is claimed of a collection that was never told; its Collection message goes first", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  expect(stage.claim(A, B, 2)).toBe("CollectionUnknown");
  expect(stage.claim(A, B, 1)).toBe("done");
  expect(stage.claim(A, B, 2)).toBe("done");
  expect(stage.held(B, "erc721", 1n, BEN)).toBe(1n);
});

test("anyone tells a lane anew what a collection says, and an older telling changes nothing", () => {
  const stage = new Stage();
  const { homeToken: token } = born("erc721");
  const resend = { on: A, type: "resend-collection", destination: B } as const;
  const again = { ...resend, collection: born("erc721"), sampleId: 1n, by: EVE, paid: 0n };
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  stage.do({ on: A, type: "set-uri", token, id: 1n, uri: "first" });
  expect(stage.try(again)).toBe("done");
  stage.do({ on: A, type: "set-uri", token, id: 1n, uri: "second" });
  expect(stage.try(again)).toBe("done");
  expect(stage.try(claimOf(stage.model, A, B, 4, stage.now))).toBe("done");
  stage.deliver(A, B);
  expect(told(stage)?.metadata.get(1n)).toEqual({ form: "exact", record: 0, uri: "second" });
});

test("a Forward carries what home says when it passes", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  const { homeToken: token } = born("erc721");
  stage.do({ on: A, type: "set-uri", token, id: 1n, uri: "new" });
  stage.send(B, C, one(1n), { sender: BEN, recipient: ADA });
  stage.deliver(B, A);
  stage.deliver(A, C);
  const there = stage.chain(C).representations.get(collectionKey(born("erc721")));
  expect(there?.metadata.get(1n)).toEqual({ form: "exact", record: 0, uri: "new" });
  expect(stage.held(C, "erc721", 1n, ADA)).toBe(1n);
});

test("forms give the text back, and long names are cut at a whole character", () => {
  const hex = "7".padStart(64, "0");
  expect(chooseForm(`a/${hex}.b`, 7n, "erc1155")).toEqual({
    ...{ form: "hex", prefix: "a/", suffix: ".b" },
  });
  expect(chooseForm("t7", 7n, "erc721").form).toBe("exact");
  expect(chooseForm("t/{id}", 7n, "erc1155")).toEqual({
    ...{ form: "constant", prefix: "t/{id}", suffix: "" },
  });
  expect(chooseForm("t/12/12.json", 12n, "erc721")).toEqual({
    ...{ form: "decimal", prefix: "t/12/", suffix: ".json" },
  });
  expect(chooseForm("", 1n, "erc721")).toEqual({ form: "constant", prefix: "", suffix: "" });
  expect(chooseForm(`${"/".repeat(513)}1`, 1n, "erc721").form).toBe("exact");
  expect(cutText("竜宮城", 7)).toBe("竜宮");
});
