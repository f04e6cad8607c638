import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { mutantsOfTree, mutated } from "./mutants.ts";
import { sampled } from "./sample.ts";

const solc: { compile(input: string): string } = createRequire(import.meta.url)("solc");

function mutantsOf(body: string) {
  // A comment with more bytes than characters stands before everything.
  const content = `// 竜宮\npragma solidity 0.8.30;\ncontract A {\nmodifier once() { _; }\n${body}\n}\n`;
  const sources = { "A.sol": { content } };
  const settings = { outputSelection: { "*": { "": ["ast"] } } };
  const output = solc.compile(JSON.stringify({ language: "Solidity", sources, settings }));
  const { ast } = JSON.parse(output).sources["A.sol"];
  return { content, mutants: mutantsOfTree("A.sol", content, ast) };
}

const changes = (body: string) => mutantsOf(body).mutants.map(({ after }) => after);

test("a comparison is negated and its boundary moved", () => {
  const after = changes("function f(uint256 a) external pure returns (bool) {\nreturn a < 7;\n}");
  expect(after).toEqual(
    expect.arrayContaining(["return a <= 7;", "return a >= 7;", "return a < 8;", "return a < 6;"]),
  );
});

test("a refusal, a modifier and an effect are left out", () => {
  const after = changes(
    "uint256 n;\nfunction f(bool ok) external\nonce\n{\nif (!ok) revert();\nn += 2;\n}",
  );
  expect(after).toEqual(
    expect.arrayContaining(["if (!ok) {}", "if (ok) revert();", "{}", "n -= 2;", ""]),
  );
});

test("assembly is changed too", () => {
  const after = changes(
    "function f(uint256 a) external pure returns (uint256 b) {\nassembly {\nif lt(a, 0x20) { b := add(a, 1) }\n}\n}",
  );
  expect(after).toEqual(
    expect.arrayContaining([
      "if gt(a, 0x20) { b := add(a, 1) }",
      "if iszero(lt(a, 0x20)) { b := add(a, 1) }",
      "if lt(a, 0x21) { b := add(a, 1) }",
      "if lt(a, 0x20) { b := sub(a, 1) }",
      "if lt(a, 0x20) { {} }",
    ]),
  );
});

test("a mutant differs in what it says it does, and nowhere else", () => {
  const { content, mutants } = mutantsOf(
    "function f(uint256 a, uint256 b) external pure returns (uint256) {\nreturn a /* + */ + b;\n}",
  );
  const [sum] = mutants.filter(({ operator }) => operator === "operator");
  if (sum === undefined) throw new Error("nothing was found");
  expect(sum).toMatchObject({ line: 6, function: "f", replacement: "-" });
  expect(mutated(content, sum)).toBe(content.replace("+ b", "- b"));
});

test("ids do not depend on where a line stands", () => {
  const body = "function f(uint256 a) external pure returns (uint256) {\nreturn a + 1;\n}";
  const ids = (text: string) => mutantsOf(text).mutants.map(({ id }) => id);
  expect(ids(`\n\n${body}`)).toEqual(ids(body));
  expect(new Set(ids(body)).size).toBe(ids(body).length);
});

test("every beginning of a sample takes the same share of each file", () => {
  const { mutants } = mutantsOf(
    "function f(uint256 a) external pure returns (bool) {\nreturn a > 1 && a < 9 && a != 5;\n}",
  );
  const other = mutants.map((mutant) => ({ ...mutant, id: `${mutant.id}-`, file: "B.sol" }));
  const sample = sampled([...mutants, ...other], "seed");
  const half = sample.slice(0, mutants.length).filter(({ file }) => file === "B.sol");
  expect(Math.abs(half.length - mutants.length / 2)).toBeLessThanOrEqual(1);
  expect(sampled([...other, ...mutants], "seed")).toEqual(sample);
  expect(sampled([...mutants, ...other], "another")).not.toEqual(sample);
});
