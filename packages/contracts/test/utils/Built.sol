// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Vm, VmSafe} from "forge-std/Vm.sol";

import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {IPerBuyerCap} from "../../src/interfaces/IPerBuyerCap.sol";
import {IPrepaidRail} from "../../src/interfaces/IPrepaidRail.sol";
import {ISplitFactory} from "../../src/interfaces/ISplitFactory.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";

/// @title What `forge build` built: tests run the very bytecode that is deployed
library Built {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function code(string memory name) internal view returns (bytes memory) {
        // Coverage needs the code that forge has just compiled with the tests.
        if (VM.isContext(VmSafe.ForgeContext.Coverage)) {
            return VM.getCode(string.concat(name, ".sol:", name));
        }
        return VM.getCode(string.concat("out/", name, ".sol/", name, ".json"));
    }

    /// @dev The creation code of a zone's part.
    function part(IZoneFactory.Part part_) internal view returns (bytes memory) {
        return code(_names()[uint256(part_)]);
    }

    /// @dev The hashes of all parts' creation code, in the order that their addresses commit to.
    function codeHashes() internal view returns (bytes32[] memory hashes) {
        string[11] memory names = _names();
        hashes = new bytes32[](names.length);
        for (uint256 i; i < names.length; ++i) {
            hashes[i] = keccak256(code(names[i]));
        }
    }

    function _names() private pure returns (string[11] memory) {
        return [
            "Gateway",
            "GatewayModule",
            "CouncilModule",
            "Custody",
            "Vault",
            "Representation721",
            "Representation1155",
            "Representation20",
            "RoyaltyRouter",
            "MetadataReader",
            "SignatureChecker"
        ];
    }

    /// @dev All parts of a zone, and where its gateway is.
    function deploy(IZoneFactory factory, IZoneFactory.Zone memory zone) internal returns (address gateway) {
        for (uint256 i; i < zone.codeHashes.length; ++i) {
            IZoneFactory.Part part_ = IZoneFactory.Part(i);
            address account = factory.deploy(zone, part_, part(part_));
            if (part_ == IZoneFactory.Part.Gateway) gateway = account;
        }
    }

    function zoneFactory() internal returns (IZoneFactory) {
        return IZoneFactory(_create(code("ZoneFactory")));
    }

    function protocolHarness() internal returns (ProtocolHarness) {
        return ProtocolHarness(_create(code("ProtocolHarness")));
    }

    function market() internal returns (IMarket) {
        return IMarket(_create(code("Market")));
    }

    function perBuyerCap() internal returns (IPerBuyerCap) {
        return IPerBuyerCap(_create(code("PerBuyerCap")));
    }

    function erc20Rail(ISplitFactory splits) internal returns (IPaymentRail) {
        return IPaymentRail(_create(bytes.concat(code("Erc20Rail"), abi.encode(splits))));
    }

    function prepaidRail(ISplitFactory splits, address owner, uint96 limit) internal returns (IPrepaidRail) {
        return IPrepaidRail(_create(bytes.concat(code("PrepaidRail"), abi.encode(splits, owner, limit))));
    }

    function splitFactory() internal returns (ISplitFactory) {
        return ISplitFactory(_create(code("SplitFactory")));
    }

    function _create(bytes memory creationCode) private returns (address made) {
        assembly ("memory-safe") {
            made := create(0, add(creationCode, 0x20), mload(creationCode))
        }
        require(made != address(0), "not created");
    }
}
