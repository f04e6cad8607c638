import type { Organisation } from "../../../src/sim/protocol/platform.ts";
import type { Person } from "./person.ts";

/** Chooses what the company needs and one thing more, writes something that is not chosen after all, signs. */
export async function apply(person: Person, organisation: Organisation): Promise<string> {
  const [job] = organisation.jobs;
  const card = person.page.locator(`[data-job="${job?.slug}"]`);
  await person.press(card.locator('[data-action="apply"]'));
  const field = (name: string) => person.page.locator(`[data-field="${name}"]`);
  const box = (name: string) => field(name).locator('input[type="checkbox"]');
  for (const { name, required } of organisation.fields) {
    if (!required && name !== "message") continue;
    if (!required) await person.tick(box(name));
    const value = name === "message" ? "secret" : `${person.guise.name} 本名`;
    await person.write(field(name).locator('input[type="text"], textarea'), value);
  }
  if (organisation.fields.some(({ name, required }) => name === "message" && !required)) {
    await person.tick(box("message"));
  }
  await person.looksRight();
  await person.press('[data-action="sign"]');
  const receipt = await person.sees('.receipt[data-withdrawn="false"]');
  return (await receipt.getAttribute("data-receipt")) ?? "";
}

/** Takes the application back. */
export async function withdraw(person: Person): Promise<void> {
  const receipt = person.page.locator(".receipt");
  await person.press(receipt.locator('[data-action="withdraw"]'));
  await person.press(receipt.locator('[data-action="withdraw-now"]'));
  await person.sees('.receipt[data-withdrawn="true"]');
  await person.reads(person.words.panels.booth.withdrawnText);
}
