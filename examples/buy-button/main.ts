// A page with the button. Its site serves two files beside it: shop.json, what the page trusts, and order.json, a signed order.
import { addBuyButtons, type Shop } from "./buy-button.ts";

const page = document.body.appendChild(document.createElement("main"));
const load = async (file: string) => (await fetch(file)).json();
const shop: Shop = await load("shop.json");
await addBuyButtons(page, await load("order.json"), shop).catch((error: Error) =>
  page.appendChild(document.createElement("p")).append(error.message),
);
