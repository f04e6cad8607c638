/** The languages that a statement is written in for people. */
export type StatementLanguage = "ja" | "en";

/** One text in each language. */
export type Words = Readonly<Record<StatementLanguage, string>>;
