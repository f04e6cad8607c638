import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { fields, lines, table } from "./blocks.ts";
import { render } from "./render.ts";
import { accent, bad, title } from "./style.ts";

test("columns stand in line whatever script their cells are in", () => {
  const text = render(
    [
      table(
        ["name", ">gas"],
        [
          ["亀", "1"],
          ["turtle", "22"],
          ["カメ🐢", "333"],
        ],
      ),
    ],
    false,
  );
  expect(text.split("\n").map((line) => stringWidth(line))).toEqual([11, 11, 11, 11]);
  expect(text.split("\n")[1]).toBe("亀        1");
});

test("labels of all parts share a column", () => {
  const text = render([fields(["a", "1"]), fields(["long label", "2"])], false);
  expect(text).toBe("a           1\n\nlong label  2");
});

test("pairs without a value and parts without lines leave no trace", () => {
  expect(render([fields(["a", "1"], ["b", undefined]), fields()], false)).toBe("a  1");
});

test("colour changes nothing but colour", () => {
  const blocks = [
    lines([title("亀"), bad(" broken")]),
    table(
      ["x", ">y"],
      [
        [accent("long cell"), "1"],
        ["s", "22"],
      ],
    ),
  ];
  const [plain, coloured] = [render(blocks, false), render(blocks, true)];
  expect(coloured).not.toBe(plain);
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test("a stranger's text cannot colour, break or turn a line", () => {
  const evil = "\u001b[31mred\u001b[0m\r\nnext \u202eback";
  const text = render([fields([evil, evil]), lines(evil), table(["n"], [[evil]])], false);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
  expect(text.split("\n")).toHaveLength(6);
});
