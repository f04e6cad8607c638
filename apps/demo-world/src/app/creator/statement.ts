import type { StatementFormat } from "../../services/creator/ask-statement.ts";
import { saveFile } from "../../ui/parts/save-file.ts";
import { problemOf } from "../world/problem-code.ts";
import { type CreatorDesk, heavy, ready } from "./desk.ts";

const MEDIA_TYPES: Readonly<Record<StatementFormat, string>> = {
  json: "application/json",
  csv: "text/csv;charset=utf-8",
  pdf: "application/pdf",
};

/** Getting a statement: verified here before anything of it is saved. */
export function statementActions(desk: CreatorDesk) {
  return {
    getStatement: (period: string, format: StatementFormat) =>
      void getStatement(desk, period, format),
  };
}

async function getStatement(
  desk: CreatorDesk,
  period: string,
  format: StatementFormat,
): Promise<void> {
  const { look, stores } = desk;
  if (look === undefined || stores.statement.getState().phase === "reading") return;
  stores.statement.setState({ phase: "reading", period, format }, true);
  try {
    const { locale } = stores.preferences.getState();
    const { readStatement, readStatementPdf, statementName } = await heavy();
    const wish = { account: look.account, period };
    const nodes = nodesFirst(desk);
    const { signal } = look.end;
    const checked = await readStatement(ready(desk).zone, nodes, wish, signal);
    const { json, csv, ...told } = checked;
    const parts = {
      json: () => json,
      csv: () => csv(locale),
      pdf: () => readStatementPdf(nodes, wish, locale, signal),
    };
    const file = new Blob([await parts[format]()], { type: MEDIA_TYPES[format] });
    if (signal.aborted) return;
    saveFile(file, statementName(wish, format, locale));
    stores.statement.setState({ phase: "ready", period, format, checked: told }, true);
  } catch (error) {
    if (look.end.signal.aborted) return;
    stores.statement.setState({ phase: "failed", period, format, problem: problemOf(error) }, true);
  }
}

/** The node that is followed first, then the others. */
function nodesFirst(desk: CreatorDesk): string[] {
  const followed = desk.stores.money.getState().node?.url;
  const all = ready(desk).zone.manifest.partners.map(({ nodeUrl }) => nodeUrl);
  return followed === undefined ? all : [followed, ...all.filter((url) => url !== followed)];
}
