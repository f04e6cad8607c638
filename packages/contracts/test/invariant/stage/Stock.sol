// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {ICouncil} from "../../../src/interfaces/ICouncil.sol";
import {IRepresentation1155} from "../../../src/interfaces/IRepresentation1155.sol";
import {ActLib} from "../../../src/libraries/ActLib.sol";
import {
    CLASS_PAYMENT,
    STANDARD_ERC1155,
    STANDARD_ERC20,
    STANDARD_ERC721
} from "../../../src/types/Protocol.sol";
import {FreezingNft, FreezingUnits, IFreezing} from "../../mocks/Freezing.sol";
import {HookCallingMoney, RevertingMoney} from "../../mocks/HostileErc20.sol";
import {ReentrantToken} from "../../mocks/HostileTokens.sol";
import {Cast} from "./Cast.sol";

/// @title What there is in the zone: on every chain two NFTs, units of an ERC-1155 id, and listed money
/// @notice Tokens of the second chain call back while they move; those of the others can be frozen by their issuer.
abstract contract Stock is Cast {
    uint256 internal constant UNITS = 1_000;
    uint256 internal constant MONEY = 1_000_000;
    uint256 private constant ID = 7;
    /// @dev What calls back calls this first.
    bytes private constant WITHIN = abi.encodeCall(ICouncil.adoptPolicy, ());

    /// @param home the place of its chain among the sides
    struct Asset {
        uint256 home;
        uint8 standard;
        address token;
        uint256 id;
    }

    Asset[] internal assets;
    /// @dev One more than an asset's place among them, by home, token and id.
    mapping(bytes32 key => uint256) internal assetNumber;
    /// @dev What stands for it, made or not; at home the token itself.
    mapping(uint256 asset => mapping(uint256 side => address)) internal tokenOn;

    function setUp() public virtual override {
        super.setUp();
        for (uint256 home; home < sides.length; ++home) {
            at(home);
            _makeNfts(home);
            FreezingUnits units = new FreezingUnits();
            _add(Asset(home, STANDARD_ERC1155, address(units), ID));
            units.mint(ALICE, ID, UNITS / 2);
            units.mint(BOB, ID, UNITS / 2);
            _makeMoney(home);
        }
        vm.getRecordedLogs();
    }

    // ------------------------------------------------------------------------------------------------------- ASSETS

    function assetOf(uint256 home, address token, uint256 id) internal view returns (uint256) {
        return assetNumber[keccak256(abi.encode(home, token, id))];
    }

    /// @dev The money of a chain.
    function moneyOf(uint256 home) internal view returns (uint256 asset) {
        while (assets[asset].home != home || assets[asset].standard != STANDARD_ERC20) ++asset;
    }

    function minted(uint256 asset) internal view returns (uint256) {
        uint8 standard = assets[asset].standard;
        return standard == STANDARD_ERC721 ? 1 : standard == STANDARD_ERC1155 ? UNITS : MONEY;
    }

    function balance(uint256 asset, uint256 side, address who) internal view returns (uint256) {
        address token = tokenOn[asset][side];
        if (token.code.length == 0) return 0;
        if (assets[asset].standard == STANDARD_ERC721) {
            return _ownerOf(token, assets[asset].id) == who ? 1 : 0;
        }
        return assets[asset].standard == STANDARD_ERC1155
            ? IERC1155(token).balanceOf(who, assets[asset].id)
            : IERC20(token).balanceOf(who);
    }

    /// @dev How much stands for the asset on a chain that is not its home, as that chain counts it.
    function outstanding(uint256 asset, uint256 side) internal view returns (uint256) {
        address token = tokenOn[asset][side];
        if (token.code.length == 0) return 0;
        uint8 standard = assets[asset].standard;
        if (standard == STANDARD_ERC721) return _ownerOf(token, assets[asset].id) == address(0) ? 0 : 1;
        return standard == STANDARD_ERC1155
            ? IRepresentation1155(token).totalSupply(assets[asset].id)
            : IERC20(token).totalSupply();
    }

    /// @dev Tokens that a switch makes refuse or call back; all others heed it not.
    function freezeAll(bool frozen) internal {
        for (uint256 i; i < assets.length; ++i) {
            IFreezing(assets[i].token).setHostile(frozen);
        }
    }

    // --------------------------------------------------------------------------------------------------------- MAKING

    function _makeNfts(uint256 home) private {
        FreezingNft nft = home == 1 ? FreezingNft(address(new ReentrantToken())) : new FreezingNft();
        for (uint256 id = 1; id < 3; ++id) {
            _add(Asset(home, STANDARD_ERC721, address(nft), id));
            nft.mint(id == 1 ? ALICE : BOB, id);
        }
        if (home == 1) ReentrantToken(address(nft)).aim(address(sides[1].gateway), WITHIN);
    }

    function _makeMoney(uint256 home) private {
        RevertingMoney money =
            home == 1 ? RevertingMoney(address(new HookCallingMoney())) : new RevertingMoney();
        _add(Asset(home, STANDARD_ERC20, address(money), 0));
        money.mint(ALICE, MONEY / 2);
        money.mint(BOB, MONEY / 2);
        if (home == 1) HookCallingMoney(address(money)).aim(address(sides[1].gateway), WITHIN);
        money.setHostile(false);
        bytes32 listing =
            ActLib.listToken(nonce(sides[home]), address(money), CLASS_PAYMENT, type(uint88).max, 60);
        bytes memory signatures = decideAt(home, listing);
        sides[home].gateway.listToken(address(money), CLASS_PAYMENT, type(uint88).max, 60, signatures);
    }

    function _add(Asset memory asset) private {
        uint256 number = assets.length;
        assets.push(asset);
        assetNumber[keccak256(abi.encode(asset.home, asset.token, asset.id))] = number + 1;
        for (uint256 side; side < sides.length; ++side) {
            tokenOn[number][side] = side == asset.home
                ? asset.token
                : sides[side].gateway.representationOf(sides[asset.home].id, asset.token, asset.standard);
        }
        for (uint256 i; i < people.length; ++i) {
            vm.prank(people[i]);
            address gateway = address(sides[asset.home].gateway);
            if (asset.standard == STANDARD_ERC20) IERC20(asset.token).approve(gateway, type(uint256).max);
            else IERC1155(asset.token).setApprovalForAll(gateway, true);
        }
    }

    function _ownerOf(address token, uint256 id) private view returns (address) {
        try IERC721(token).ownerOf(id) returns (address owner) {
            return owner;
        } catch {
            return address(0);
        }
    }
}
