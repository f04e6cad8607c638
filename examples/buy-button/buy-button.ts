import * as orders from "@ryugu/sdk/market";
import { formatYen } from "@ryugu/sdk/payout";
import { bytes32, bytesToHex, isSameAddress, platformRandom } from "@ryugu/sdk/primitives";
import * as wallets from "@ryugu/sdk/wallet";
import { JsonRpcProvider } from "ethers";

type Places = { rpcUrl: string; sponsor?: string };
/** What your page trusts; and where your server listens, if it pays the visitors' gas. */
export type Shop = Pick<orders.Order, "market" | "rail" | "currency"> & Places;

/** Shows who gets what of an order's price, and a button for each wallet that the visitor has. */
export async function addBuyButtons(page: HTMLElement, told: unknown, shop: Shop) {
  const order = orders.parseSignedOrder(told);
  orders.verifyOrder(order);
  for (const place of ["market", "rail", "currency"] as const)
    if (!isSameAddress(order[place], shop[place])) throw new Error(`Not the shop's ${place}.`);
  const provider = new JsonRpcProvider(shop.rpcUrl);
  const market = orders.orderMarket({ chain: order.chain, address: shop.market, provider });
  const currency = await market.currencyOf(order);
  const yen = (amount: bigint) => formatYen(amount, currency);
  const say = (text: string) => page.appendChild(document.createElement("p")).append(text);

  for (const { role, payee, amount } of orders.divideSale(order, 1, await market.royaltyOf(order)))
    say(`${yen(amount)} ${role} for ${payee}`);
  if ((await market.stateOf(order)).state !== "open") return say("It is not for sale now.");
  for (const { name, provider: injected } of await wallets.discoverWallets(window).settled) {
    const button = page.appendChild(document.createElement("button"));
    button.append(`Buy for ${yen(order.price)} with ${name}`);
    button.onclick = () => buy(injected).catch((error: Error) => say(error.message));
  }

  async function buy(injected: wallets.InjectedProvider) {
    const wallet = await wallets.connectInjected(injected);
    await wallets.switchChain(injected, order.chain);
    const { number = 0, timestamp = 0 } = (await provider.getBlock("latest")) ?? {};
    if (shop.sponsor === undefined) await market.buy(wallet.signer, order);
    else {
      const purchase = { order, buyer: wallet.address, recipient: wallet.address, count: 1 };
      const salt = bytes32(bytesToHex(platformRandom(32)));
      const request = { ...purchase, currency, salt, validBefore: timestamp + 600 };
      const body = JSON.stringify(await orders.signPurchase(wallet, request));
      const answer = await fetch(shop.sponsor, { method: "POST", body });
      if (!answer.ok) throw new Error(await answer.text());
    }
    const sales = await market.sales({ orderHash: orders.orderHash(order), fromBlock: number });
    const sale = sales.find(({ buyer }) => buyer === wallet.address);
    for (const { payee, amount, outcome } of sale?.payments ?? [])
      say(`${yen(amount)} ${outcome} to ${payee}`);
  }
}
