/** Statements as files, for Node. */
export { readStatementFonts } from "./read-fonts.ts";
export {
  type RenderOptions,
  renderStatement,
  type StatementFile,
  type StatementFormat,
} from "./render-statement.ts";
