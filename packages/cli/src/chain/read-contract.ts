import { Contract, type InterfaceAbi, isError, type Provider } from "ethers";

/** Calls a view function. Gives undefined where the contract refuses or there is none; a dead chain throws. */
export type Read = (method: string, ...args: readonly unknown[]) => Promise<unknown>;

/** Prepares to read one contract. */
export function readContract(address: string, abi: InterfaceAbi, provider: Provider): Read {
  const contract = new Contract(address, abi, provider);
  return async (method, ...args) => {
    try {
      return await contract.getFunction(method)(...args);
    } catch (error) {
      // BAD_DATA: nothing, or something else, lies at the address.
      if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return undefined;
      throw error;
    }
  };
}
