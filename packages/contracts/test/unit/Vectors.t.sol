// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";
import {stdJson} from "forge-std/StdJson.sol";

import {CollectionLib} from "../../src/libraries/CollectionLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {TransferLib} from "../../src/libraries/TransferLib.sol";
import {Built} from "../utils/Built.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";

/// @title The contracts agree with vectors/, which every language reads
contract VectorsTest is Test {
    using stdJson for string;

    ProtocolHarness internal harness;
    QuorumLib.Set internal set;

    function setUp() public {
        harness = Built.protocolHarness();
    }

    function test_Zones() public view {
        string memory json = _read("ids");
        uint256 n = _count(json, ".zones");
        for (uint256 i; i < n; ++i) {
            string memory at = _at(".zones", i);
            string memory name = json.readString(string.concat(at, ".name"));
            assertEq(harness.zoneId(name), json.readBytes32(string.concat(at, ".zoneId")), name);
        }
    }

    function test_Lanes() public view {
        string memory json = _read("ids");
        uint256 n = _count(json, ".lanes");
        for (uint256 i; i < n; ++i) {
            string memory at = _at(".lanes", i);
            bytes32 id = harness.laneId(
                json.readBytes32(string.concat(at, ".zoneId")),
                _chain(json, string.concat(at, ".originChainId")),
                json.readAddress(string.concat(at, ".originGateway")),
                _chain(json, string.concat(at, ".destinationChainId")),
                json.readAddress(string.concat(at, ".destinationGateway"))
            );
            assertEq(id, json.readBytes32(string.concat(at, ".laneId")), at);
        }
    }

    function test_ValidatorSets() public view {
        string memory json = _read("ids");
        uint256 n = _count(json, ".validatorSets");
        for (uint256 i; i < n; ++i) {
            string memory at = _at(".validatorSets", i);
            bytes32 hash = harness.setHash(
                uint64(json.readUint(string.concat(at, ".epoch"))),
                uint16(json.readUint(string.concat(at, ".quorum"))),
                json.readAddressArray(string.concat(at, ".validators"))
            );
            assertEq(hash, json.readBytes32(string.concat(at, ".setHash")), at);
        }
    }

    function test_Heads() public view {
        string memory json = _read("heads");
        uint256 n = _count(json, ".cases");
        for (uint256 i; i < n; ++i) {
            string memory at = _at(".cases", i);
            bytes32 head = json.readBytes32(string.concat(at, ".laneId"));
            bytes32[] memory hashes = json.readBytes32Array(string.concat(at, ".messageHashes"));
            bytes32[] memory heads = json.readBytes32Array(string.concat(at, ".heads"));
            for (uint256 j; j < hashes.length; ++j) {
                head = harness.appendHead(head, hashes[j]);
                assertEq(head, heads[j], at);
            }
        }
    }

    function test_Checkpoints() public {
        string memory json = _read("checkpoints");
        uint256 n = _count(json, ".cases");
        for (uint256 i; i < n; ++i) {
            string memory at = _at(".cases", i);
            bytes32 digest = harness.checkpointDigest(
                json.readBytes32(string.concat(at, ".zoneId")),
                json.readBytes32(string.concat(at, ".laneId")),
                uint64(json.readUint(string.concat(at, ".anchor"))),
                uint64(json.readUint(string.concat(at, ".sequence"))),
                json.readBytes32(string.concat(at, ".head"))
            );
            assertEq(digest, json.readBytes32(string.concat(at, ".digest")), at);
            _checkAttestations(json, string.concat(at, ".attestations"), digest);
        }
    }

    function test_Messages() public view {
        string memory json = _read("messages");
        uint256 n = _count(json, ".cases");
        uint256 transfers;
        uint256 collections;
        for (uint256 i; i < n; ++i) {
            string memory at = _at(".cases", i);
            bytes memory encoded = json.readBytes(string.concat(at, ".encoded"));
            string memory name = json.readString(string.concat(at, ".name"));
            assertEq(harness.messageHash(encoded), json.readBytes32(string.concat(at, ".hash")), name);
            string memory fields = string.concat(at, ".fields");
            bytes32 kind = keccak256(bytes(json.readString(string.concat(fields, ".kind"))));
            if (kind == keccak256("transfer")) {
                _checkTransfer(json, fields, encoded, name);
                ++transfers;
            } else if (kind == keccak256("collection")) {
                _checkCollection(json, fields, encoded, name);
                ++collections;
            }
        }
        assertGt(transfers, 5);
        assertGt(collections, 2);
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
        // The others are refused whole; of assets without metadata only the ids are read.
        if (standard != 1 || _isPlain(json, f)) return;
        _checkAssets(json, string.concat(f, ".assets"), harness.decodeAssets(assets, t.count));
        assertEq(harness.encodeTransfer(t, ref, assets), encoded, name);
    }

    function _checkAssets(string memory json, string memory path, ProtocolHarness.Asset[] memory read)
        private
        pure
    {
        for (uint256 i; i < read.length; ++i) {
            string memory at = _at(path, i);
            assertEq(read[i].id, vm.parseUint(json.readString(string.concat(at, ".id"))), at);
            assertEq(read[i].record, json.readUint(string.concat(at, ".metadata.record")), at);
        }
    }

    function _isPlain(string memory json, string memory f) private view returns (bool plain) {
        for (uint256 i; vm.keyExistsJson(json, _at(string.concat(f, ".assets"), i)); ++i) {
            string memory form =
                json.readString(string.concat(_at(string.concat(f, ".assets"), i), ".metadata.form"));
            if (keccak256(bytes(form)) == keccak256("none")) return true;
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

    function _checkAttestations(string memory json, string memory at, bytes32 digest) private {
        uint256 n = _count(json, at);
        for (uint256 i; i < n; ++i) {
            address[] memory one = new address[](1);
            one[0] = json.readAddress(string.concat(_at(at, i), ".validator"));
            QuorumLib.store(set, 0, 1, one);
            this.check(digest, json.readBytes(string.concat(_at(at, i), ".signature")));
        }
    }

    function check(bytes32 digest, bytes calldata signature) external view {
        QuorumLib.check(set, digest, signature);
    }

    // ---------------------------------------------------------------------------------------------------------- JSON

    function _read(string memory name) private view returns (string memory) {
        return vm.readFile(string.concat("../../vectors/", name, ".json"));
    }

    function _count(string memory json, string memory path) private view returns (uint256 n) {
        while (vm.keyExistsJson(json, _at(path, n))) {
            ++n;
        }
        assertGt(n, 0, path);
    }

    function _at(string memory path, uint256 i) private pure returns (string memory) {
        return string.concat(path, "[", vm.toString(i), "]");
    }

    function _chain(string memory json, string memory path) private pure returns (uint64) {
        return uint64(vm.parseUint(json.readString(path)));
    }

    /// @dev `eip155:<number>`.
    function _caip(string memory json, string memory path) private pure returns (uint64) {
        return uint64(vm.parseUint(vm.split(json.readString(path), ":")[1]));
    }
}
