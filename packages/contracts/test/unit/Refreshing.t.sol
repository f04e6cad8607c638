// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {CidLib} from "../../src/libraries/CidLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {FORM_CID_V1_RAW} from "../../src/types/MetadataRef.sol";
import {CLASS_NFT, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title A message that says sixteen tokens anew is carried out whole, and none holds the lane up
contract RefreshingTest is ZoneTest {
    uint256 internal constant MOST = 5_000_000;
    uint8 internal constant TOKENS = 16;

    CreatorCollection internal token;
    bytes32 internal lane;

    /// @dev Sixteen tokens on B, under two messages: the collection's and theirs.
    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        r.ids = new uint256[](TOKENS);
        for (uint256 i; i < TOKENS; ++i) {
            token.mint(ALICE, "");
            r.ids[i] = i + 1;
        }
        sendAs(a, r, ALICE);
        deliverAll(a, b);
        lane = laneBetween(a, b);
    }

    /// @dev Whatever a relayer gives: nothing happens, or all of it.
    function test_AllAreSaidAnewOrNone() public {
        bytes memory refreshes;
        for (uint256 id = 1; id <= TOKENS; ++id) {
            refreshes = abi.encodePacked(refreshes, id, FORM_CID_V1_RAW, uint16(0), keccak256(abi.encode(id)));
        }
        bytes memory call_ = _delivery(_collection(TOKENS, refreshes));
        uint256 gas_ = 100_000;
        for (; b.gateway.inboundLane(lane).delivered == 2; gas_ += 50_000) {
            (bool ok,) = address(b.gateway).call{gas: gas_}(call_);
            if (!ok) assertEq(_uri(1), "https://sea.example/1");
        }
        assertLe(gas_, MOST);
        for (uint256 id = 1; id <= TOKENS; ++id) {
            bytes memory cid = CidLib.encodeV1(true, keccak256(abi.encode(id)));
            assertEq(_uri(id), string.concat("ipfs://", string(cid)));
        }
    }

    /// @dev One that only says that there are many costs no more than a message may, and changes nothing.
    function test_ManyThatAreNotThereCostNoMoreThanSixteen() public {
        bytes memory call_ = _delivery(_collection(255, ""));
        (bool ok,) = address(b.gateway).call{gas: MOST}(call_);
        assertTrue(ok);
        assertEq(b.gateway.inboundLane(lane).delivered, 3);
        assertEq(_uri(1), "https://sea.example/1");
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _uri(uint256 id) private view returns (string memory) {
        return representation(b, a, address(token)).tokenURI(id);
    }

    /// @dev Of one message more, which the test writes.
    function _delivery(bytes memory message) private returns (bytes memory) {
        sent[lane].push(message);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 3, 3);
        on(b);
        return abi.encodeCall(IInbox.deliver, (lane, 3, messages, tail, signatures));
    }

    function _collection(uint8 count, bytes memory refreshes) private view returns (bytes memory) {
        return abi.encodePacked(
            abi.encodePacked(uint8(1), uint8(4), STANDARD_ERC721, CLASS_NFT, a.id, address(token), uint16(0)),
            abi.encodePacked(address(0), uint16(0), uint8(0), uint8(3), "Sea", uint8(3), "SEA"),
            abi.encodePacked(uint16(0), uint16(0), uint16(0), count, refreshes)
        );
    }
}
