// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {stdJson} from "forge-std/StdJson.sol";

import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";
import {Built} from "../utils/Built.sol";
import {VectorTest} from "../utils/VectorTest.sol";

/// @title The contracts agree with vectors/, which every language reads
contract VectorsTest is VectorTest {
    using stdJson for string;

    ProtocolHarness internal harness;
    QuorumLib.Sets internal sets;

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

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _checkAttestations(string memory json, string memory at, bytes32 digest) private {
        uint256 n = _count(json, at);
        for (uint256 i; i < n; ++i) {
            address[] memory one = new address[](1);
            one[0] = json.readAddress(string.concat(_at(at, i), ".validator"));
            QuorumLib.store(sets, 0, 1, one);
            this.check(digest, json.readBytes(string.concat(_at(at, i), ".signature")));
        }
    }

    function check(bytes32 digest, bytes calldata signature) external view {
        QuorumLib.check(QuorumLib.current(sets), digest, signature);
    }
}
