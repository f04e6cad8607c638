import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeZengin, encodeZengin } from "./bytes.ts";
import { isZenginText, toZenginText } from "./text.ts";

test.each([
  ["ヤマダ　タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ"],
  ["やまだ たろう", "ﾔﾏﾀﾞ ﾀﾛｳ"],
  ["ﾔﾏﾀﾞ ﾀﾛｳ", "ﾔﾏﾀﾞ ﾀﾛｳ"],
  ["ジンジ　ショウゴ", "ｼﾞﾝｼﾞ ｼﾖｳｺﾞ"],
  ["キュウヨ イチロウ", "ｷﾕｳﾖ ｲﾁﾛｳ"],
  ["スーパーマーケット", "ｽ-ﾊﾟ-ﾏ-ｹﾂﾄ"],
  ["カ）ヤマダショウテン", "ｶ)ﾔﾏﾀﾞｼﾖｳﾃﾝ"],
  ["ヴァイオリン", "ｳﾞｱｲｵﾘﾝ"],
  ["ヲシダ", "ｵｼﾀﾞ"],
  ["ryugu inc.", "RYUGU INC."],
  ["Ａ－１２３／Ｂ", "A-123/B"],
  ["  ナカ   ムラ ", "ﾅｶ ﾑﾗ"],
])("%s is written %s", (name, text) => {
  expect(toZenginText(name)).toEqual({ text });
});

test.each([
  ["山田", "山"],
  ["㈱ヤマダ", "株"],
  ["ヤマダ・タロウ", "・"],
  ["José", "\u0301"],
  ["ヤマダ゛ﾞ", "ﾞ"],
  ["ﾞア", "ﾞ"],
  ["ア\nイ", "\n"],
  ["a&b", "&"],
  ["ヤマダ😀", "😀"],
])("%s cannot be written, and it says why", (name, unwritable) => {
  expect(toZenginText(name)).toEqual({ unwritable });
});

test("whatever is written can be written again, sent and read, and stays the same", () => {
  const kana = fc.string({
    unit: fc.constantFrom(..."アガパかぎぽャっーヴん 　ｱｶﾞﾊﾟaZ9１．（）／－ヲ"),
  });
  fc.assert(
    fc.property(kana, (name) => {
      const written = toZenginText(name);
      if ("unwritable" in written) return;
      expect(toZenginText(written.text)).toEqual(written);
      expect(isZenginText(written.text)).toBe(true);
      expect(decodeZengin(encodeZengin(written.text))).toBe(written.text);
    }),
  );
});

test("half-width katakana are the bytes that Shift_JIS has for them", () => {
  const text = "ﾔﾏﾀﾞ ﾀﾛｳ(ｶ";
  expect(new TextDecoder("shift_jis").decode(encodeZengin(text))).toBe(text);
  expect([...encodeZengin("ｱﾟ")]).toEqual([0xb1, 0xdf]);
});

test("other bytes and characters are refused", () => {
  for (const byte of [0x00, 0x7f, 0x80, 0xa0, 0xe0, 0xff]) {
    expect(() => decodeZengin(Uint8Array.of(byte))).toThrow(/no character/);
  }
  expect(() => encodeZengin("山")).toThrow(/no single byte/);
});
