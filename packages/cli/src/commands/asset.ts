import type { Command } from "commander";
import { mintCommand } from "../asset/mint.ts";
import { showAsset } from "../asset/show.ts";
import { validateAsset } from "../asset/validate.ts";
import type { Bind } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withKey, withStore, withZone } from "./options.ts";

const COLLECTION = "eip155:31001/erc721:0x…";

/** Adds `ryugu asset …`. */
export function addAssetCommands(program: Command, bind: Bind): void {
  const asset = program.command("asset").description("NFTs: their metadata, and where they are");
  addValidate(asset, bind);
  addMint(asset, bind);
  addShow(asset, bind);
}

function addValidate(asset: Command, bind: Bind): void {
  const validate = asset
    .command("validate")
    .summary("check an NFT's metadata and say what is wrong")
    .description(
      "Check an NFT's metadata (ERC-721 and ERC-1155 JSON with the portable fields) and say what is wrong. " +
        "Reads as leniently as marketplaces write. Ends with 0 where the metadata is valid or usable.",
    )
    .argument("<source>", "a file, an http(s), ipfs or data link, or - for standard input");
  withStore(validate).action(bind(validateAsset));
  withExamples(
    validate,
    ["ryugu asset validate turtle.json", "Metadata on disk:"],
    ["curl -s https://nft.example/7 | ryugu asset validate - --json", "In a pipe, for a script:"],
  );
}

function addMint(asset: Command, bind: Bind): void {
  const mint = asset
    .command("mint")
    .summary("mint a token of a collection that you own")
    .description(
      "Mint a token of a collection that you own. Image and model go into a content store first, the metadata " +
        "that names them after, and the token refers to it by content id.",
    )
    .requiredOption("--collection <id>", `your collection (CAIP-19): ${COLLECTION}`)
    .requiredOption("--to <address>", "who gets the token")
    .requiredOption("--metadata <file>", "the metadata's JSON; at least a name")
    .option("--image <file>", "a picture: PNG, JPEG, WebP, GIF, AVIF or SVG")
    .option("--model <file>", "a model: GLB or VRM");
  withKey(withStore(withZone(mint))).action(bind(mintCommand));
  withExamples(mint, [
    `ryugu asset mint --collection ${COLLECTION} --to 0x… --metadata turtle.json --image turtle.png`,
    "A picture, its name and description:",
  ]);
}

function addShow(asset: Command, bind: Bind): void {
  const show = asset
    .command("show")
    .summary("show a token: its owner, its home, where it is now, its metadata")
    .description(
      "Show a token: its owner, its home, where it is now, its metadata. Asked by its home id or by the id of " +
        "its representation on any chain of the zone.",
    )
    .argument("<asset>", "the token's CAIP-19 id");
  withStore(withZone(show)).action(bind(showAsset));
  withExamples(show, [`ryugu asset show ${COLLECTION}/1`, "A token of the zone that runs here:"]);
}
