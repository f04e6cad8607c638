// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {stdJson} from "forge-std/StdJson.sol";

import {CollectionLib} from "../../src/libraries/CollectionLib.sol";
import {ReturnLib} from "../../src/libraries/ReturnLib.sol";
import {TransferLib} from "../../src/libraries/TransferLib.sol";
import {KIND_TRANSFER, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";
import {Built} from "../utils/Built.sol";
import {VectorTest} from "../utils/VectorTest.sol";

/// @title The contracts read and write the messages of vectors/ to the byte
contract MessageVectorsTest is VectorTest {
    using stdJson for string;

    ProtocolHarness internal harness;

    function setUp() public {
        harness = Built.protocolHarness();
    }

    function test_Messages() public view {
        string memory json = _read("messages");
        uint256 n = _count(json, ".cases");
        uint256[4] memory seen;
        for (uint256 i; i < n; ++i) {
            string memory at = _at(".cases", i);
            bytes memory encoded = json.readBytes(string.concat(at, ".encoded"));
            string memory name = json.readString(string.concat(at, ".name"));
            assertEq(harness.messageHash(encoded), json.readBytes32(string.concat(at, ".hash")), name);
            string memory fields = string.concat(at, ".fields");
            bytes32 kind = keccak256(bytes(json.readString(string.concat(fields, ".kind"))));
            if (kind == keccak256("transfer") || kind == keccak256("forward")) {
                _checkTransfer(json, fields, encoded, name);
                ++seen[kind == keccak256("transfer") ? 0 : 1];
            } else if (kind == keccak256("return")) {
                this.checkReturn(json, fields, encoded, name);
                ++seen[2];
            } else {
                _checkCollection(json, fields, encoded, name);
                ++seen[3];
            }
        }
        for (uint256 i; i < seen.length; ++i) {
            assertGt(seen[i], 5);
        }
    }

    // ------------------------------------------------------------------------------------------------------- PER KIND

    function _checkTransfer(string memory json, string memory f, bytes memory encoded, string memory name)
        private
        view
    {
        (uint8 standard, bytes memory ref, bytes memory assets, TransferLib.Transfer memory t) =
            harness.decodeTransfer(encoded);
        assertEq(t.deadline, json.readUint(string.concat(f, ".deadline")), name);
        assertEq(t.homeChainId, _caip(json, string.concat(f, ".homeChain")), name);
        assertEq(t.homeToken, json.readAddress(string.concat(f, ".homeToken")), name);
        assertEq(t.sourceChainId, _caip(json, string.concat(f, ".sourceChain")), name);
        assertEq(t.sender, json.readAddress(string.concat(f, ".sender")), name);
        assertEq(t.refundAccount, json.readAddress(string.concat(f, ".refundAccount")), name);
        assertEq(t.destinationChainId, _caip(json, string.concat(f, ".destinationChain")), name);
        assertEq(t.recipient, json.readAddress(string.concat(f, ".recipient")), name);
        assertEq(ref, json.readBytes(string.concat(f, ".reference")), name);
        _checkAssets(json, f, assets, standard, t.count, name);
        if (uint8(encoded[1]) == KIND_TRANSFER) {
            assertEq(harness.encodeTransfer(t, ref, assets), encoded, name);
        }
    }

    /// @dev External, because the contracts read calldata.
    function checkReturn(string memory json, string memory f, bytes calldata encoded, string memory name)
        external
        view
    {
        assertTrue(ReturnLib.isWhole(encoded), name);
        assertEq(ReturnLib.homeChainId(encoded), _caip(json, string.concat(f, ".homeChain")), name);
        assertEq(ReturnLib.homeToken(encoded), json.readAddress(string.concat(f, ".homeToken")), name);
        assertEq(ReturnLib.refundChainId(encoded), _caip(json, string.concat(f, ".refundChain")), name);
        assertEq(ReturnLib.refundAccount(encoded), json.readAddress(string.concat(f, ".refundAccount")), name);
        uint8 standard = TransferLib.standard(encoded);
        _checkAssets(json, f, ReturnLib.assets(encoded), standard, TransferLib.count(encoded), name);
    }

    function _checkAssets(
        string memory json,
        string memory f,
        bytes memory carried,
        uint8 standard,
        uint8 count,
        string memory name
    ) private view {
        uint256 n = standard == STANDARD_ERC20 ? 0 : count;
        (uint256[] memory ids, uint256[] memory amounts) = (new uint256[](n), new uint256[](count));
        for (uint256 i; i < count; ++i) {
            string memory at = _at(string.concat(f, ".assets"), i);
            if (n != 0) ids[i] = vm.parseUint(json.readString(string.concat(at, ".id")));
            amounts[i] = vm.parseUint(json.readString(string.concat(at, ".amount")));
        }
        if (harness.isPlain(carried, standard, count)) {
            assertEq(harness.encodePlain(standard, ids, amounts), carried, name);
            return;
        }
        ProtocolHarness.Units[] memory read =
            standard == STANDARD_ERC721 ? _nfts(carried, count) : harness.decodeUnits(carried, count);
        for (uint256 i; i < count; ++i) {
            string memory record = string.concat(_at(string.concat(f, ".assets"), i), ".metadata.record");
            assertEq(read[i].id, ids[i], name);
            assertEq(read[i].amount, amounts[i], name);
            if (vm.keyExistsJson(json, record)) assertEq(read[i].record, json.readUint(record), name);
        }
    }

    /// @dev One unit of each.
    function _nfts(bytes memory carried, uint8 count)
        private
        view
        returns (ProtocolHarness.Units[] memory read)
    {
        read = new ProtocolHarness.Units[](count);
        ProtocolHarness.Asset[] memory assets = harness.decodeAssets(carried, count);
        for (uint256 i; i < count; ++i) {
            read[i].id = assets[i].id;
            (read[i].amount, read[i].record) = (1, assets[i].record);
        }
    }

    function _checkCollection(string memory json, string memory f, bytes memory encoded, string memory name)
        private
        view
    {
        (uint64 chainId, address token, uint16 record,, CollectionLib.Description memory d) =
            harness.decodeCollection(encoded);
        assertEq(chainId, _caip(json, string.concat(f, ".homeChain")), name);
        assertEq(token, json.readAddress(string.concat(f, ".homeToken")), name);
        assertEq(record, json.readUint(string.concat(f, ".record")), name);
        assertEq(d.royaltyReceiver, json.readAddress(string.concat(f, ".royaltyReceiver")), name);
        assertEq(d.royaltyBps, json.readUint(string.concat(f, ".royaltyBps")), name);
        assertEq(d.name, json.readBytes(string.concat(f, ".name")), name);
        assertEq(d.prefix, json.readBytes(string.concat(f, ".prefix")), name);
        assertEq(d.suffix, json.readBytes(string.concat(f, ".suffix")), name);
        assertEq(d.contractURI, json.readBytes(string.concat(f, ".contractUri")), name);
    }
}
