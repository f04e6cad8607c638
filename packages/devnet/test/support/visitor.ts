import { createSiweMessage } from "@ryugu/sdk/passport";
import { type Address, address, type ChainId } from "@ryugu/sdk/primitives";
import { hexlify, randomBytes, type TypedDataField, Wallet } from "ethers";

/** An answer of a world server. */
export interface WorldAnswer {
  status: number;
  /** As far as tests look into it; what is not there is undefined at run time all the same. */
  body: WorldBody;
}

/** What world servers say, all of it in one. */
export interface WorldBody {
  nonce: string;
  token: string & { contract: string; id: string };
  id: string;
  given: string;
  balance: string;
  transaction: string;
  orders: object[];
  picture: string;
  collection: string;
  tokenId: string;
  split: string;
  spot: string;
  error: { code: string; reason?: string };
  partner: string;
  organisations: object[];
  applications: object[];
  talk: object[];
  gifts: { kinds: { model: string; image: string }[] };
  cashOut?: boolean;
  market: { address: string; rail: string; splits: string; yen: string };
  gallery: {
    artworks: { spot: string; image: string; sale: { tokenId: string; order: object | null } }[];
  };
  "@graph": object[];
}

/** Where somebody signs in. */
export interface WorldPlace {
  url: string;
  chain: ChainId;
}

/** The wire format of an application, told a second time: see the demo world's `sim/fair`. */
const APPLICATION: Record<string, TypedDataField[]> = {
  Application: [
    { name: "organisation", type: "string" },
    { name: "job", type: "string" },
    { name: "applicant", type: "address" },
    { name: "fields", type: "Field[]" },
    { name: "issuedAt", type: "uint64" },
    { name: "nonce", type: "bytes32" },
  ],
  Field: [
    { name: "name", type: "string" },
    { name: "value", type: "string" },
  ],
};
const WITHDRAWAL: Record<string, TypedDataField[]> = {
  Withdrawal: [
    { name: "application", type: "bytes32" },
    { name: "applicant", type: "address" },
    { name: "issuedAt", type: "uint64" },
  ],
};

const seconds = () => Math.floor(Date.now() / 1_000);

/** A person with a new key and no coins, who talks to world servers as the page does. */
export class Visitor {
  readonly wallet = new Wallet(hexlify(randomBytes(32)));
  readonly #tokens = new Map<string, string>();

  get address(): Address {
    return address(this.wallet.address);
  }

  /** Signs in (ERC-4361). */
  async signIn({ url, chain }: WorldPlace): Promise<WorldAnswer> {
    const { body } = await this.post(url, "/session/nonce", {});
    const message = createSiweMessage({
      domain: new URL(url).host,
      address: this.address,
      uri: url,
      version: "1",
      chain,
      nonce: body.nonce,
      issuedAt: new Date().toISOString(),
    });
    const signature = await this.wallet.signMessage(message);
    const answer = await this.post(url, "/session", { message, signature });
    this.#tokens.set(url, answer.body.token);
    return answer;
  }

  post(
    url: string,
    path: string,
    value: unknown = {},
    token = this.#tokens.get(url),
  ): Promise<WorldAnswer> {
    const headers = { "content-type": "application/json" };
    return this.#ask(url, path, { method: "POST", headers, body: JSON.stringify(value) }, token);
  }

  /** Sends bytes. */
  send(url: string, path: string, bytes: Uint8Array, type: string): Promise<WorldAnswer> {
    const body = new Uint8Array(bytes);
    return this.#ask(url, path, { method: "POST", headers: { "content-type": type }, body });
  }

  /** The token of the session at a world. */
  tokenOf({ url }: WorldPlace): string {
    return this.#tokens.get(url) ?? "";
  }

  get(url: string, path: string, token?: string): Promise<WorldAnswer> {
    return this.#ask(url, path, {}, token);
  }

  /** A signed application, as it is sent. */
  async application(chain: ChainId, organisation: string, job: string, fields: object) {
    const application = {
      organisation,
      job,
      applicant: this.address,
      fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
      issuedAt: seconds(),
      nonce: hexlify(randomBytes(32)),
    };
    return { application, signature: await this.#sign(chain, APPLICATION, application) };
  }

  /** A signed withdrawal, as it is sent. */
  async withdrawal(chain: ChainId, id: string) {
    const withdrawal = { application: id, applicant: this.address, issuedAt: seconds() };
    return { withdrawal, signature: await this.#sign(chain, WITHDRAWAL, withdrawal) };
  }

  #sign(chain: ChainId, types: Record<string, TypedDataField[]>, value: object): Promise<string> {
    const domain = { name: "Ryugu job fair", version: "1", chainId: Number(chain.split(":")[1]) };
    return this.wallet.signTypedData(domain, types, value);
  }

  async #ask(
    url: string,
    path: string,
    init: RequestInit,
    token = this.#tokens.get(url),
  ): Promise<WorldAnswer> {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { ...init.headers, ...authorization };
    const answer = await fetch(`${url}${path}`, { ...init, headers });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
  }
}
