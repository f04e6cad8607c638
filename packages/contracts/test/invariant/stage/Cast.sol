// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IGateway} from "../../../src/interfaces/IGateway.sol";
import {ActLib} from "../../../src/libraries/ActLib.sol";
import {DigestLib} from "../../../src/libraries/DigestLib.sol";
import {OddPolicy} from "../../mocks/OddPolicy.sol";
import {OnChain} from "../../mocks/OnChain.sol";
import {UnitsReceiver} from "../../mocks/Receivers.sol";
import {Built} from "../../utils/Built.sol";
import {CouncilTest} from "../../utils/CouncilTest.sol";

/// @title A zone of two or three gateways, its people, its validators of every epoch, and its clock
/// @notice Between two calls of a run neither the time nor the chain stays: whoever acts begins with {at}.
abstract contract Cast is CouncilTest {
    uint64 private constant FIRST_CHAIN = 31_337;

    address internal immutable CAROL = makeAddr("carol");
    address internal immutable MALLORY = makeAddr("mallory");

    /// @dev A contract among the people, with moods.
    UnitsReceiver internal moody;
    address[] internal people;
    OnChain internal onChain;
    /// @dev A policy with moods, the same on every chain, where the council makes it count.
    OddPolicy internal policy;
    Side[] internal sides;
    /// @dev One more than a gateway's or a chain's place among the sides.
    mapping(address gateway => uint256) internal numberOf;
    mapping(uint64 chainId => uint256) internal numberOfChain;
    uint256 internal clock;
    /// @dev Members' keys by epoch, in the order of their addresses.
    mapping(uint64 epoch => uint256[]) internal members;
    bytes4[] internal actions;

    /// @dev How many gateways the zone has.
    function gateways() internal pure virtual returns (uint256);

    function setUp() public virtual override {
        clock = 1_800_000_000;
        vm.warp(clock);
        _makeValidators();
        members[0] = keys;
        for (uint256 i; i < gateways(); ++i) {
            _deploy(FIRST_CHAIN + uint64(i));
        }
        for (uint256 i; i < gateways(); ++i) {
            for (uint256 j; j < gateways(); ++j) {
                if (i != j) _open(i, j);
            }
        }
        (moody, policy, onChain) = (new UnitsReceiver(), new OddPolicy(), new OnChain());
        people = [ALICE, BOB, CAROL, address(moody)];
        vm.recordLogs();
    }

    // ---------------------------------------------------------------------------------------------------------- STAGE

    function act(bytes4 selector) internal {
        actions.push(selector);
    }

    /// @dev The fuzzer calls what was named by {act}, and nothing else.
    function begin() internal {
        targetContract(address(this));
        targetSelector(FuzzSelector(address(this), actions));
    }

    function at(uint256 side) internal {
        vm.warp(clock);
        vm.chainId(sides[side].id);
    }

    /// @dev That a law's check says what is wrong.
    function assertNoticed(string memory finding) internal pure {
        assertTrue(bytes(finding).length != 0, "not noticed");
    }

    /// @dev The slot that a view reads last.
    function slotOf(address target, bytes memory view_) internal returns (bytes32) {
        vm.record();
        (bool done,) = target.staticcall(view_);
        assertTrue(done);
        (bytes32[] memory reads,) = vm.accesses(target);
        return reads[reads.length - 1];
    }

    function pick(uint256 seed, uint256 from, uint256 size) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, from))) % size;
    }

    /// @dev Two different sides.
    function pickLane(uint256 seed) internal view returns (uint256 from, uint256 to) {
        from = pick(seed, 1, sides.length);
        to = (from + 1 + pick(seed, 2, sides.length - 1)) % sides.length;
    }

    function lane(uint256 from, uint256 to) internal view returns (bytes32) {
        return laneBetween(sides[from], sides[to]);
    }

    function vault(uint256 home, uint256 away) internal view returns (address) {
        return vaultAt(sides[home], sides[away]);
    }

    // ------------------------------------------------------------------------------------------------------ VALIDATORS

    function epochAt(uint256 side) internal view returns (uint64 epoch) {
        (epoch,,,) = sides[side].gateway.validatorSet();
    }

    /// @dev A quorum of whoever counts at that gateway now.
    function signAt(uint256 side, bytes32 digest) internal view returns (bytes memory) {
        return signWith(members[epochAt(side)], QUORUM, digest);
    }

    function decideAt(uint256 side, bytes32 struct_) internal view returns (bytes memory) {
        return signAt(side, digestAt(sides[side], struct_));
    }

    /// @dev The keys of an epoch, made when they are first needed.
    function membersOf(uint64 epoch) internal returns (uint256[] memory) {
        if (members[epoch].length == 0) members[epoch] = freshKeys(vm.toString(epoch), VALIDATORS);
        return members[epoch];
    }

    // --------------------------------------------------------------------------------------------------------- MAKING

    function _deploy(uint64 id) private {
        vm.chainId(id);
        Side memory side;
        side.id = id;
        side.factory = Built.zoneFactory();
        side.gateway = IGateway(Built.deploy(side.factory, zone()));
        sides.push(side);
        numberOf[address(side.gateway)] = numberOfChain[id] = sides.length;
    }

    function _open(uint256 here, uint256 there) private {
        at(here);
        IGateway gateway = sides[here].gateway;
        bytes32 domain = DigestLib.gatewayDomain(ZONE_ID, sides[here].id, address(gateway));
        (uint64 id, address other) = (sides[there].id, address(sides[there].gateway));
        bytes32 opening = ActLib.openLane(gateway.councilNonce(), 0, id, other);
        gateway.openLane(0, id, other, sign(DigestLib.typed(domain, opening)));
    }
}
