// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";
import {stdJson} from "forge-std/StdJson.sol";

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {HoldingLib} from "../../src/libraries/HoldingLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";

/// @dev What the libraries take as calldata.
contract IntentHasher {
    function sendIntent(IOutbox.SendRequest calldata request, IIntents.Intent calldata intent)
        external
        pure
        returns (bytes32)
    {
        return ActLib.sendIntent(request, intent);
    }

    function leafOf(IWindDown.Holding calldata holding) external pure returns (bytes32) {
        return HoldingLib.leafOf(holding);
    }
}

/// @title The contracts agree with vectors/ on everything that validators and people sign
contract CouncilVectorsTest is Test {
    using stdJson for string;

    string internal json;
    /// @dev The case that is being read: `.acts.Halt[2]`.
    string internal at;
    IntentHasher internal hasher = new IntentHasher();

    // ---------------------------------------------------------------------------------------------------------- ACTS

    function test_Lanes() public {
        json = _read("council");
        while (_next("OpenLane")) {
            _check(ActLib.openLane(_n(), _u64("epoch"), _other(), _account("counterpartGateway")));
        }
        while (_next("RetireLane")) {
            _check(ActLib.retireLane(_n(), _other()));
        }
        while (_next("SetTerms")) {
            uint96 fee = uint96(_uint("fee"));
            _check(ActLib.setTerms(_n(), _other(), fee, _account("collector"), uint32(_uint("quota"))));
        }
    }

    function test_Rules() public {
        json = _read("council");
        while (_next("SetLimit")) {
            _check(ActLib.setLimit(_n(), _account("token"), _cap(), _window()));
        }
        while (_next("SetDefaultLimit")) {
            _check(ActLib.setDefaultLimit(_n(), _cap(), _window()));
        }
        while (_next("ListToken")) {
            uint8 class = uint8(_uint("class"));
            _check(ActLib.listToken(_n(), _account("token"), class, _cap(), _window()));
        }
        while (_next("ProposePolicy")) {
            _check(ActLib.proposePolicy(_n(), _account("policy")));
        }
    }

    function test_Pauses() public {
        json = _read("council");
        while (_next("ExtendPause")) {
            _check(ActLib.extendPause(_n(), _other(), _account("token"), uint40(_uint("until"))));
        }
        while (_next("LiftPause")) {
            _check(ActLib.liftPause(_n(), _other(), _account("token")));
        }
        while (_nextOf(".pauses")) {
            uint24 duration = uint24(_uint("duration"));
            _check(ActLib.pause(_account("validator"), _other(), _account("token"), duration, _n()));
        }
    }

    function test_Repair() public {
        json = _read("council");
        while (_next("Halt")) {
            _check(ActLib.halt(_n(), _word("laneId"), _u64("sequence"), _word("head")));
        }
        while (_next("ReAnchor")) {
            (uint64 anchor, uint64 common) = (_u64("anchor"), _u64("commonSequence"));
            bytes32 lane = _word("laneId");
            _check(ActLib.reAnchor(_n(), lane, anchor, common, _word("commonHead"), _word("nextHash")));
        }
    }

    function test_WindDown() public {
        json = _read("council");
        while (_next("ProposeWindDown")) {
            (bytes32 root, bytes32 evidence) = (_word("holdersRoot"), _word("evidence"));
            _check(ActLib.proposeWindDown(_n(), _other(), _u64("sequence"), root, evidence));
        }
        while (_next("CancelWindDown")) {
            _check(ActLib.cancelWindDown(_n(), _other()));
        }
    }

    function test_Rotations() public {
        json = _read("council");
        while (_nextOf(".rotations")) {
            uint16 k = uint16(_uint("k"));
            address[] memory validators = json.readAddressArray(string.concat(at, ".validators"));
            bytes32 setHash = IdLib.setHash(_u64("to"), k, validators);
            assertEq(setHash, _word("setHash"), at);
            bytes32 zoneId = _word("zoneId");
            bytes32 act = ActLib.rotation(zoneId, _u64("from"), setHash, k, _u64("validFrom"));
            assertEq(DigestLib.typed(DigestLib.zoneDomain(zoneId), act), _word("digest"), at);
        }
    }

    // -------------------------------------------------------------------------------------------------------- PEOPLE

    function test_Sends() public {
        json = _read("intents");
        while (_nextOf(".sends")) {
            IOutbox.SendRequest memory request = IOutbox.SendRequest({
                destinationChainId: _u64("destinationChainId"),
                token: _account("token"),
                ids: json.readUintArray(string.concat(at, ".ids")),
                amounts: json.readUintArray(string.concat(at, ".amounts")),
                recipient: _account("recipient"),
                refundAccount: _account("refundAccount"),
                deadline: uint40(_uint("deadline")),
                ref: json.readBytes(string.concat(at, ".ref"))
            });
            IIntents.Intent memory intent =
                IIntents.Intent(_account("sender"), _uint("nonce"), uint40(_uint("expiry")));
            _check(hasher.sendIntent(request, intent));
        }
    }

    function test_Redirects() public {
        json = _read("intents");
        while (_nextOf(".redirects")) {
            _check(ActLib.redirect(_word("messageId"), _account("recipient"), uint40(_uint("expiry"))));
        }
    }

    function test_Holdings() public {
        json = _read("intents");
        while (_nextOf(".holdings")) {
            IWindDown.Holding memory holding = IWindDown.Holding({
                chainId: _u64("deadChainId"),
                standard: uint8(_uint("standard")),
                token: _account("token"),
                id: _uint("id"),
                amount: _uint("amount"),
                holder: _account("holder")
            });
            bytes32 leaf = hasher.leafOf(holding);
            assertEq(leaf, _word("leaf"), at);
            _check(ActLib.claim(leaf, _account("recipient"), uint40(_uint("expiry"))));
        }
    }

    // ------------------------------------------------------------------------------------------------------- READING

    uint256 private _index;

    function _next(string memory act) private returns (bool) {
        return _nextOf(string.concat(".acts.", act));
    }

    /// @dev Goes to the list's next case, until there is none; every list has at least two.
    function _nextOf(string memory path) private returns (bool) {
        at = string.concat(path, "[", vm.toString(_index), "]");
        if (json.keyExists(at)) {
            ++_index;
            return true;
        }
        assertGt(_index, 1, path);
        _index = 0;
        return false;
    }

    function _check(bytes32 structHash) private view {
        bytes32 domain = DigestLib.gatewayDomain(_word("zoneId"), _uint("chainId"), _account("gateway"));
        assertEq(DigestLib.typed(domain, structHash), _word("digest"), at);
    }

    function _read(string memory name) private view returns (string memory) {
        return vm.readFile(string.concat("../../vectors/", name, ".json"));
    }

    function _key(string memory name) private view returns (string memory) {
        return string.concat(at, ".", name);
    }

    function _uint(string memory name) private view returns (uint256) {
        return json.readUint(_key(name));
    }

    function _u64(string memory name) private view returns (uint64) {
        return uint64(_uint(name));
    }

    function _n() private view returns (uint64) {
        return _u64("nonce");
    }

    function _other() private view returns (uint64) {
        return _u64("counterpartChainId");
    }

    function _cap() private view returns (uint88) {
        return uint88(_uint("cap"));
    }

    function _window() private view returns (uint16) {
        return uint16(_uint("windowMinutes"));
    }

    function _account(string memory name) private view returns (address) {
        return json.readAddress(_key(name));
    }

    function _word(string memory name) private view returns (bytes32) {
        return json.readBytes32(_key(name));
    }
}
