// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IFixedPriceMarket} from "../../src/interfaces/IFixedPriceMarket.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";

/// @title What `forge build` built: tests run the very bytecode that is deployed
library Built {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function code(string memory name) internal view returns (bytes memory) {
        return VM.getCode(string.concat("out/", name, ".sol/", name, ".json"));
    }

    function zoneFactory() internal returns (IZoneFactory) {
        return IZoneFactory(_create(code("ZoneFactory")));
    }

    function protocolHarness() internal returns (ProtocolHarness) {
        return ProtocolHarness(_create(code("ProtocolHarness")));
    }

    function fixedPriceMarket() internal returns (IFixedPriceMarket) {
        return IFixedPriceMarket(_create(code("FixedPriceMarket")));
    }

    function _create(bytes memory creationCode) private returns (address made) {
        assembly ("memory-safe") {
            made := create(0, add(creationCode, 0x20), mload(creationCode))
        }
        require(made != address(0), "not created");
    }
}
