/** A statement as PostgreSQL takes it: values are `$1`, `$2`, …; its name lets each connection prepare it once. */
export interface Statement {
  name: string;
  text: string;
}

/** Translates statements with `?` for each value, each once. Statements hold no `?` in texts of their own. */
export function preparedStatements(): (sql: string) => Statement {
  const known = new Map<string, Statement>();
  return (sql) => {
    const before = known.get(sql);
    if (before !== undefined) return before;
    let count = 0;
    const text = sql.replaceAll("?", () => {
      count += 1;
      return `$${count}`;
    });
    const made = { name: `s${known.size}`, text };
    known.set(sql, made);
    return made;
  };
}
