import { gatewayAbi } from "@ryugu/contracts";
import { Contract, Interface, type Signer, type TransactionReceipt } from "ethers";
import { LIMITS } from "../lane/index.ts";
import {
  type Address,
  address,
  type Bytes32,
  type ChainId,
  chainNumber,
  type Hex,
  hexToBytes,
  isSameAddress,
  uint,
  ZERO_ADDRESS,
} from "../primitives/index.ts";
import { type Zone, zoneGateway, zoneLane } from "../zone/index.ts";
import { approveGateway } from "./approve.ts";
import { InvalidTransferError, TransferRefusedError, WrongChainError } from "./errors.ts";
import { asRefusal } from "./revert.ts";

/** What a person asks for: up to 16 tokens of one collection to another chain. */
export interface TransferRequest {
  origin: ChainId;
  destination: ChainId;
  /** The collection on the origin: a home collection or a representation. */
  token: Address;
  ids: readonly bigint[];
  recipient: Address;
  /** Who gets the tokens back on the origin if they cannot be delivered; the sender by default. */
  refundAccount?: Address;
  /** Unix seconds; the zone's default by default. */
  deadline?: number;
  /** 0 to 32 bytes, opaque to the protocol. Never personal data. */
  reference?: Hex;
}

/** A transfer that is on its way. */
export interface SentTransfer {
  /** The id by which the transfer is followed. */
  messageId: Bytes32;
  laneId: Bytes32;
  sequence: number;
  origin: ChainId;
  destination: ChainId;
  transaction: Hex;
  /** Gas of the sending transaction, and of the approval before it if there was one. */
  gasUsed: { send: bigint; approve: bigint };
}

const GATEWAY = new Interface(gatewayAbi);

/**
 * Sends tokens to another chain: approves the gateway where it must, then sends.
 *
 * @param signer - an ethers Signer on the origin chain
 * @throws InvalidTransferError, NotInZoneError, WrongChainError, NotOwnerError, TransferRefusedError
 *
 * @example
 * const sent = await sendTransfer(zone, signer, { origin, destination, token, ids: [1n], recipient });
 */
export async function sendTransfer(
  zone: Zone,
  signer: Signer,
  request: TransferRequest,
): Promise<SentTransfer> {
  assertRequest(request);
  const lane = zoneLane(zone, request.origin, request.destination);
  await assertOnChain(signer, request.origin);
  const gateway = new Contract(zoneGateway(zone, request.origin).gateway, GATEWAY, signer);
  const approve = await approveGateway(gateway, signer, request.token, request.ids);
  const receipt = await submit(gateway, request);
  const { messageId, sequence } = findSent(receipt, lane.origin.gateway, lane.id);
  return {
    messageId,
    laneId: lane.id,
    sequence,
    origin: request.origin,
    destination: request.destination,
    transaction: receipt.hash as Hex,
    gasUsed: { send: receipt.gasUsed, approve },
  };
}

function assertRequest({ ids, recipient, reference, deadline }: TransferRequest): void {
  const fail = (why: string, ...details: string[]) => new InvalidTransferError(why, { details });
  if (ids.length < 1 || ids.length > LIMITS.assets) {
    throw fail(`A transfer carries 1 to ${LIMITS.assets} tokens.`, `Received: ${ids.length}`);
  }
  for (const id of ids) uint(id, 256, "A token id");
  if (new Set(ids).size < ids.length) throw fail("A token is named twice.");
  if (isSameAddress(recipient, ZERO_ADDRESS)) throw fail("The recipient is the zero address.");
  if (reference !== undefined && hexToBytes(reference).length > LIMITS.reference) {
    throw fail(`A reference has at most ${LIMITS.reference} bytes.`);
  }
  if (deadline !== undefined) uint(deadline, 40, "The deadline");
}

async function assertOnChain(signer: Signer, origin: ChainId): Promise<void> {
  const network = await signer.provider?.getNetwork();
  if (network?.chainId !== chainNumber(origin)) {
    throw new WrongChainError("The wallet is not on the chain that the tokens leave.", {
      details: [
        `Wallet: ${network ? `eip155:${network.chainId}` : "no chain"}`,
        `Needed: ${origin}`,
      ],
    });
  }
}

async function submit(gateway: Contract, request: TransferRequest): Promise<TransactionReceipt> {
  try {
    const transaction = await gateway.getFunction("send")({
      destinationChainId: chainNumber(request.destination),
      token: request.token,
      ids: request.ids,
      amounts: [],
      recipient: request.recipient,
      refundAccount: request.refundAccount ?? ZERO_ADDRESS,
      deadline: request.deadline ?? 0,
      ref: request.reference ?? "0x",
    });
    return await transaction.wait();
  } catch (error) {
    throw asRefusal(error, "The transfer");
  }
}

/** The transfer's own message is the last one that the transaction sent; a Collection message may precede it. */
function findSent(receipt: TransactionReceipt, gateway: Address, laneId: Bytes32) {
  const sent = receipt.logs
    .filter((log) => isSameAddress(log.address, gateway))
    .map((log) => GATEWAY.parseLog(log))
    .filter((log) => log?.name === "MessageSent" && log.args.laneId === laneId)
    .at(-1);
  if (sent == null) {
    throw new TransferRefusedError("The transaction succeeded without sending a message.", {
      details: [`Transaction: ${receipt.hash}`, `Is ${address(gateway)} this zone's gateway?`],
    });
  }
  return { messageId: sent.args.messageId as Bytes32, sequence: Number(sent.args.sequence) };
}
