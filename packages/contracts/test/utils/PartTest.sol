// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {CloneLib} from "../../src/libraries/CloneLib.sol";
import {CollectionLib} from "../../src/libraries/CollectionLib.sol";
import {CLASS_NFT, STANDARD_ERC20} from "../../src/types/Protocol.sol";
import {Built} from "./Built.sol";

/// @title One part of a zone alone
/// @notice The test stands for everything else: it is the factory that the part asks, and the custody that calls it.
abstract contract PartTest is Test {
    uint64 internal constant HOME = 77;
    address internal constant HOME_TOKEN = address(0xBEEF);

    address internal immutable GATEWAY = makeAddr("gateway");
    address internal immutable ALICE = makeAddr("alice");
    address internal immutable BOB = makeAddr("bob");
    address internal immutable ARTIST = makeAddr("artist");

    bool private _moving;
    address internal gatewayPart = GATEWAY;
    address internal routerPart = makeAddr("router");

    // ---------------------------------------------------------------------------------------------------- FOR THE PART

    function parameters() external view returns (IZoneFactory.Parameters memory p) {
        p.parts = new address[](uint256(type(IZoneFactory.Part).max) + 1);
        p.parts[uint256(IZoneFactory.Part.Gateway)] = gatewayPart;
        p.parts[uint256(IZoneFactory.Part.Custody)] = address(this);
        p.parts[uint256(IZoneFactory.Part.RoyaltyRouter)] = routerPart;
    }

    function isMoving() external view returns (bool) {
        return _moving;
    }

    // --------------------------------------------------------------------------------------------------------- MAKING

    function setMoving(bool on) internal {
        _moving = on;
    }

    function make(string memory name) internal returns (address made) {
        bytes memory code = Built.code(name);
        assembly ("memory-safe") {
            made := create(0, add(code, 0x20), mload(code))
        }
        assertTrue(made != address(0), name);
    }

    function makeRepresentation(string memory name, uint8 standard) internal returns (address) {
        return CloneLib.deployRepresentation(make(name), HOME, HOME_TOKEN, standard);
    }

    // ------------------------------------------------------------------------------------------------------- MESSAGES

    function description(string memory name, string memory prefix)
        internal
        view
        returns (CollectionLib.Description memory d)
    {
        d.royaltyReceiver = ARTIST;
        d.royaltyBps = 500;
        d.name = bytes(name);
        d.symbol = "SEA";
        d.prefix = bytes(prefix);
        d.suffix = ".json";
        d.contractURI = "ipfs://contract";
    }

    function collection(
        uint8 standard,
        uint16 record,
        CollectionLib.Description memory d,
        uint8 refreshCount,
        bytes memory refreshes
    ) internal pure returns (bytes memory) {
        uint8 class = standard == STANDARD_ERC20 ? 2 : CLASS_NFT;
        return CollectionLib.encode(
            CollectionLib.Header(standard, class, HOME, HOME_TOKEN, record), d, refreshCount, refreshes
        );
    }

    function ids(uint256 a) internal pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = a;
    }

    function ids(uint256 a, uint256 b) internal pure returns (uint256[] memory list) {
        list = new uint256[](2);
        (list[0], list[1]) = (a, b);
    }
}
