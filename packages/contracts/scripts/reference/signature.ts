import type { JsonFragment, JsonFragmentType } from "ethers";

/** A function, event or error as it is written in Solidity: structs by their names. */
export function signatureOf({ name, inputs = [], outputs = [], ...item }: JsonFragment): string {
  const mutability = item.stateMutability === "payable" ? " payable" : "";
  const returns = outputs.length > 0 ? ` returns (${outputs.map(parameter).join(", ")})` : "";
  return `${name}(${inputs.map(parameter).join(", ")})${mutability}${returns}`;
}

function parameter({ type = "", name = "", indexed, internalType }: JsonFragmentType): string {
  const named = internalType?.match(/^(?:struct|enum) (?:\w+\.)?(.+)$/)?.[1] ?? type;
  return [named, indexed ? "indexed" : "", name].filter(Boolean).join(" ");
}
