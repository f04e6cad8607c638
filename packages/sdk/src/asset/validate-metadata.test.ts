import { expect, test } from "vitest";
import { validateMetadata } from "./validate-metadata.ts";

test.each([
  ["valid", '{"name":"Turtle"}'],
  ["valid", '{"name":"Turtle","edition":7}'],
  ["usable", '{"title":"Turtle"}'],
  ["invalid", '{"name":"Turtle","image":"javascript:alert(1)"}'],
  ["invalid", "{}"],
  ["unreadable", "<html>"],
  ["unreadable", "[]"],
])("%s: %s", (verdict, text) => {
  expect(validateMetadata(text).verdict).toBe(verdict);
});

test("an unreadable text is reported with the error's code, as plain data", () => {
  const report = validateMetadata("nope");
  expect(report).toMatchObject({ findings: [], error: { code: "metadata-not-json" } });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test("every finding speaks English and Japanese", () => {
  const { findings } = validateMetadata({ title: "a", image: "x", attributes: {}, decimals: "z" });
  expect(findings.length).toBeGreaterThan(2);
  for (const { message, messageJa } of findings) {
    expect(message).toMatch(/^[A-Z"]/);
    expect(messageJa).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(message + messageJa).not.toContain("{}");
  }
});
