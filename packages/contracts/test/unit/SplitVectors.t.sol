// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {stdJson} from "forge-std/StdJson.sol";

import {ISplit} from "../../src/interfaces/ISplit.sol";
import {ShareLib} from "../../src/payout/ShareLib.sol";
import {SplitTest} from "../utils/SplitTest.sol";
import {VectorTest} from "../utils/VectorTest.sol";

/// @title vectors/splits.json: lists, addresses and divisions as the SDK computes them
contract SplitVectorsTest is VectorTest, SplitTest {
    using stdJson for string;

    string private json;

    function setUp() public override {
        super.setUp();
        json = _read("splits");
    }

    function test_ListsAndAddressesAreTheirs() public view {
        address maker = json.readAddress(".factory");
        address implementation = json.readAddress(".implementation");
        assertEq(vm.computeCreateAddress(maker, 1), implementation);
        for (uint256 i; i < _count(json, ".cases"); ++i) {
            string memory at = _at(".cases", i);
            bytes memory list = this.pack(json.readAddress(string.concat(at, ".owner")), _shares(at));
            assertEq(list, json.readBytes(string.concat(at, ".list")));
            bytes32 salt = json.readBytes32(string.concat(at, ".salt"));
            assertEq(
                Clones.predictDeterministicAddressWithImmutableArgs(implementation, list, salt, maker),
                json.readAddress(string.concat(at, ".address"))
            );
        }
    }

    function test_DivisionsAreTheirs() public {
        for (uint256 i; i < _count(json, ".cases"); ++i) {
            string memory at = _at(".cases", i);
            ISplit split = ISplit(factory.create(address(0), _shares(at), 0));
            for (uint256 j; j < _count(json, string.concat(at, ".divisions")); ++j) {
                _checkDivision(split, _at(string.concat(at, ".divisions"), j));
            }
        }
    }

    /// @dev Packs calldata.
    function pack(address owner, ISplit.Share[] calldata shares) external pure returns (bytes memory) {
        return ShareLib.pack(owner, shares);
    }

    function _checkDivision(ISplit split, string memory at) private {
        uint256 before = vm.snapshotState();
        string[] memory parts = json.readStringArray(string.concat(at, ".parts"));
        yen.mint(address(split), vm.parseUint(json.readString(string.concat(at, ".amount"))));
        split.distribute(address(yen));
        ISplit.Share[] memory shares = split.shares();
        assertEq(parts.length, shares.length);
        for (uint256 k; k < parts.length; ++k) {
            assertEq(yen.balanceOf(shares[k].payee), vm.parseUint(parts[k]));
        }
        vm.revertToState(before);
    }

    function _shares(string memory at) private view returns (ISplit.Share[] memory shares) {
        address[] memory payees = json.readAddressArray(string.concat(at, ".payees"));
        uint256[] memory weights = json.readUintArray(string.concat(at, ".weights"));
        bool[] memory nested = json.readBoolArray(string.concat(at, ".nested"));
        shares = new ISplit.Share[](payees.length);
        for (uint256 k; k < payees.length; ++k) {
            shares[k] = ISplit.Share(payees[k], uint32(weights[k]), nested[k]);
        }
    }
}
