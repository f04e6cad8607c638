import { Contract, type Signer, type TransactionReceipt } from "ethers";
import {
  type Address,
  address,
  type Bytes32,
  type ChainId,
  chainId,
  chainNumber,
  type Hex,
  isSameAddress,
  ZERO_ADDRESS,
} from "../primitives/index.ts";
import { type Zone, zoneGateway, zoneLane } from "../zone/index.ts";
import { approveGateway } from "./approve.ts";
import { GATEWAY } from "./chain-logs.ts";
import { TransferRefusedError } from "./errors.ts";
import { assertOnChain } from "./on-chain.ts";
import { assertRequest, type TransferRequest } from "./request.ts";
import { asRefusal } from "./revert.ts";

/** A transfer that is on its way. */
export interface SentTransfer {
  /** The id by which the transfer is followed. */
  messageId: Bytes32;
  laneId: Bytes32;
  sequence: number;
  origin: ChainId;
  destination: ChainId;
  /** Home, where the transfer changes lanes, if that is neither end. */
  through?: ChainId;
  transaction: Hex;
  /** Gas of the sending transaction, and of the approval before it if there was one. */
  gasUsed: { send: bigint; approve: bigint };
}

/**
 * Sends assets to another chain: approves the gateway where it must, then sends and pays the lane's fee.
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
  const { origin, destination, token } = request;
  zoneLane(zone, origin, destination);
  await assertOnChain(signer, origin, "The wallet is not on the chain that the tokens leave.");
  const gateway = new Contract(zoneGateway(zone, origin).gateway, GATEWAY, signer);
  const { homeChainId, homeToken } = await gateway.getFunction("homeOf")(token);
  const isRepresentation = !isSameAddress(homeToken, ZERO_ADDRESS);
  const next = isRepresentation ? chainId(homeChainId) : destination;
  const lane = zoneLane(zone, origin, next);
  const approve = await approveGateway(gateway, signer, request, isRepresentation);
  const receipt = await submit(gateway, request, chainNumber(next));
  const { messageId, sequence } = findSent(receipt, lane.origin.gateway, lane.id);
  return {
    messageId,
    laneId: lane.id,
    sequence,
    origin,
    destination,
    ...(next !== destination && { through: next }),
    transaction: receipt.hash as Hex,
    gasUsed: { send: receipt.gasUsed, approve },
  };
}

async function submit(
  gateway: Contract,
  request: TransferRequest,
  counterpart: bigint,
): Promise<TransactionReceipt> {
  try {
    const { fee } = await gateway.getFunction("termsOf")(counterpart);
    const asked = {
      destinationChainId: chainNumber(request.destination),
      token: request.token,
      ids: request.ids,
      amounts: request.amounts ?? [],
      recipient: request.recipient,
      refundAccount: request.refundAccount ?? ZERO_ADDRESS,
      deadline: request.deadline ?? 0,
      ref: request.reference ?? "0x",
    };
    const transaction = await gateway.getFunction("send")(asked, { value: fee });
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
