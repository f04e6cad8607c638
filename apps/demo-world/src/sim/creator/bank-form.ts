import {
  type BankAccount,
  type BankAccountField,
  InvalidBankAccountError,
  parseBankAccount,
} from "@ryugu/sdk/payout";

/** A bank account as somebody is writing it. */
export interface BankForm {
  readonly bankCode: string;
  readonly branchCode: string;
  readonly type: BankAccount["type"];
  readonly number: string;
  readonly holder: string;
}

/** A form in which nothing is written. */
export const EMPTY_BANK_FORM: BankForm = {
  ...{ bankCode: "", branchCode: "", type: "ordinary", number: "", holder: "" },
};

/** Something that every field takes. */
const SAMPLE: BankForm = {
  ...{ bankCode: "0000", branchCode: "000", type: "ordinary", number: "1", holder: "ア" },
};

/** What became of reading a form: the account, or every field that is wrong. */
export type ReadBankForm =
  | { readonly account: BankAccount }
  | { readonly wrong: readonly BankAccountField[] };

/** Reads a form as a transfer is addressed. */
export function readBankForm(form: BankForm): ReadBankForm {
  const wrong: BankAccountField[] = [];
  const fields: Record<string, string> = { ...form };
  for (let left = Object.keys(SAMPLE).length; left > 0; left--) {
    try {
      const account = parseBankAccount(fields);
      return wrong.length === 0 ? { account } : { wrong };
    } catch (error) {
      if (!(error instanceof InvalidBankAccountError)) throw error;
      wrong.push(error.field);
      // The next fault is found behind this one.
      fields[error.field] = SAMPLE[error.field as keyof BankForm];
    }
  }
  return { wrong };
}
