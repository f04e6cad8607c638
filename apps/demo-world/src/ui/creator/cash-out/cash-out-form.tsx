import { BANK_ACCOUNT_TYPES, type BankAccountField, parseYen } from "@ryugu/sdk/payout";
import { useId, useState } from "react";
import { type BankForm, EMPTY_BANK_FORM, readBankForm } from "../../../sim/creator/bank-form.ts";
import type { Purse } from "../../../stores/creator/money-store.ts";
import { useCreator, useCreatorState, useCreatorWords, useLanguage } from "../creator-context.tsx";
import { moneyText } from "../money-text.ts";
import { Problem } from "../problem.tsx";
import { TextField } from "./text-field.tsx";

const UNIT = 10n ** 18n;
const TEXTS = ["bankCode", "branchCode", "number", "holder"] as const;
const LONGEST = { bankCode: 8, branchCode: 8, number: 12, holder: 60 } as const;

/** What is asked for: how much, and for which bank account. It is written nowhere but here. */
export function CashOutForm({ purse }: { purse: Purse }) {
  const words = useCreatorWords().cashOut;
  const language = useLanguage();
  const { actions } = useCreator();
  const phase = useCreatorState("cashOut", (state) => state.phase);
  const problem = useCreatorState("cashOut", (state) => state.problem);
  const [form, setForm] = useState<BankForm>(EMPTY_BANK_FORM);
  const [amount, setAmount] = useState("");
  const [wrong, setWrong] = useState<readonly (BankAccountField | "amount")[]>([]);
  const id = useId();
  const most = BigInt(purse.yen ?? 0) / UNIT;
  const units = readUnits(amount);
  const isTooHigh = units !== undefined && units > most * UNIT;
  const read = readBankForm(form);
  const submit = () => {
    const faults = "wrong" in read ? read.wrong : [];
    const isAmountWrong = units === undefined || isTooHigh;
    setWrong(isAmountWrong ? ["amount", ...faults] : faults);
    if (!isAmountWrong && "account" in read) actions.quote(purse.chain, units, read.account);
  };
  return (
    <form
      className="cash-out-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Problem problem={problem} />
      <TextField
        label={words.amount}
        hint={words.amountHint(moneyText(most * UNIT, language))}
        name="amount"
        value={amount}
        longest={24}
        inputMode="numeric"
        fault={
          wrong.includes("amount") ? (isTooHigh ? words.amountTooHigh : words.amountInvalid) : ""
        }
        onChange={setAmount}
      >
        <button type="button" className="quiet-button" onClick={() => setAmount(`${most}`)}>
          {words.all}
        </button>
      </TextField>
      <div className="bank-fields">
        <div className="field">
          <label htmlFor={id}>{words.fields.type}</label>
          <select
            id={id}
            name="type"
            value={form.type}
            onChange={({ target }) => setForm({ ...form, type: target.value as BankForm["type"] })}
          >
            {BANK_ACCOUNT_TYPES.map((type) => (
              <option key={type} value={type}>
                {words.types[type]}
              </option>
            ))}
          </select>
        </div>
        {TEXTS.map((field) => (
          <TextField
            key={field}
            label={words.fields[field]}
            hint={words.hints[field]}
            name={field}
            value={form[field]}
            longest={LONGEST[field]}
            inputMode={field === "holder" ? "text" : "numeric"}
            fault={wrong.includes(field) ? words.faults[field] : ""}
            onChange={(value) => setForm({ ...form, [field]: value })}
          />
        ))}
      </div>
      {"account" in read && <p className="hint">{words.written(read.account.holder)}</p>}
      <p className="hint">{words.shared}</p>
      <button
        type="submit"
        className="main-button"
        data-action="quote"
        disabled={phase === "quoting"}
      >
        {words.quote}
      </button>
      <p role="status">{phase === "quoting" && words.quoting}</p>
    </form>
  );
}

/** Whole yen in the smallest unit; undefined for nothing and for anything else. */
function readUnits(text: string): bigint | undefined {
  try {
    const units = parseYen(text);
    return units > 0n && units % UNIT === 0n ? units : undefined;
  } catch {
    return undefined;
  }
}
