// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";
import {stdJson} from "forge-std/StdJson.sol";

/// @title Reading vectors/
abstract contract VectorTest is Test {
    using stdJson for string;

    function _read(string memory name) internal view returns (string memory) {
        return vm.readFile(string.concat("../../vectors/", name, ".json"));
    }

    function _count(string memory json, string memory path) internal view returns (uint256 n) {
        while (vm.keyExistsJson(json, _at(path, n))) {
            ++n;
        }
        assertGt(n, 0, path);
    }

    function _at(string memory path, uint256 i) internal pure returns (string memory) {
        return string.concat(path, "[", vm.toString(i), "]");
    }

    function _chain(string memory json, string memory path) internal pure returns (uint64) {
        return uint64(vm.parseUint(json.readString(path)));
    }

    /// @dev `eip155:<number>`.
    function _caip(string memory json, string memory path) internal pure returns (uint64) {
        return uint64(vm.parseUint(vm.split(json.readString(path), ":")[1]));
    }
}
