import type { Person } from "./person.ts";

/** A work as somebody makes it at the easel. */
export interface WorkPlan {
  /** A picture's file. */
  readonly picture: string;
  readonly title: string;
  readonly about?: string;
  /** In whole yen. */
  readonly price: number;
  /** Whoever makes it comes first. */
  readonly creators: readonly {
    readonly name: string;
    readonly account: string;
    readonly percent: string;
  }[];
}

/** Walks to the easel and fills in its form; nothing is sent yet. */
export async function fillInWork(person: Person, work: WorkPlan): Promise<void> {
  await person.open("easel", "easel");
  const form = person.page.locator(".work-form");
  await form.locator('[data-field="picture"]').setInputFiles(work.picture);
  await person.sees('.picture-choice[data-picture="true"]');
  await person.write(form.locator('[data-field="title"]'), work.title);
  await person.write(form.locator('[data-field="about"]'), work.about ?? "");
  for (const [i, creator] of work.creators.entries()) {
    if (i > 0) await person.press('[data-action="add-creator"]');
    const row = form.locator(`[data-creator="${i + 1}"]`);
    for (const field of ["name", "account", "percent"] as const) {
      await person.write(row.locator(`[data-field="${field}"]`), creator[field]);
    }
  }
  await person.write(form.locator('.field [data-field="price"]'), String(work.price));
  await person.sees('[data-action="make"]:enabled');
}

/** Makes what is in the form, and waits until it hangs. */
export async function makeWork(person: Person): Promise<void> {
  await person.press('[data-action="make"]');
  await person.sees('.making[data-making="done"]');
}
