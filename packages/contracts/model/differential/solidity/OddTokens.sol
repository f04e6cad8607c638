// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title What the differential test's tokens have in common
/// @dev They work without a constructor, so that their code can be put anywhere, and need no approvals, which the model does
/// not have. Whether a transfer is refused is asked before who has what, as the model asks.
abstract contract Oddity {
    error Failing();
    error Locked(uint256 id);
    error Blocked(address account);

    bool public failing;
    mapping(address account => bool) public blocked;
    mapping(uint256 id => bool) public locked;
    mapping(uint256 id => string) private _texts;

    function setFailing(bool on) external {
        failing = on;
    }

    function setBlocked(address account, bool on) external {
        blocked[account] = on;
    }

    function setLocked(uint256 id, bool on) external {
        locked[id] = on;
    }

    function setUri(uint256 id, string calldata text) external {
        _texts[id] = text;
    }

    function contractURI() external pure returns (string memory) {
        return "ipfs://about";
    }

    function _refuse(address from, address to, uint256 id) internal view {
        if (failing) revert Failing();
        if (locked[id]) revert Locked(id);
        if (blocked[from]) revert Blocked(from);
        if (blocked[to]) revert Blocked(to);
    }

    function _text(uint256 id) internal view returns (string memory) {
        string memory text = _texts[id];
        if (bytes(text).length != 0) return text;
        return string.concat("https://tokens.example/", Strings.toString(id), ".json");
    }
}

/// @title An ERC-721 collection that the test makes fail
contract OddNft is ERC721("", ""), Oddity {
    function mintMany(address[] calldata to, uint256[] calldata ids) external {
        for (uint256 i; i < ids.length; ++i) {
            _mint(to[i], ids[i]);
        }
    }

    function transferFrom(address from, address to, uint256 id) public override {
        _refuse(from, to, id);
        super.transferFrom(from, to, id);
    }

    function name() public pure override returns (string memory) {
        return "The erc721";
    }

    function symbol() public pure override returns (string memory) {
        return "T";
    }

    function tokenURI(uint256 id) public view override returns (string memory) {
        return _text(id);
    }

    function _isAuthorized(address, address, uint256) internal pure override returns (bool) {
        return true;
    }
}

/// @title An ERC-1155 collection that the test makes fail
contract OddUnitsOfMany is ERC1155(""), Oddity {
    string public constant name = "The erc1155";
    string public constant symbol = "T";

    function mintMany(address[] calldata to, uint256[] calldata ids, uint256[] calldata amounts) external {
        for (uint256 i; i < ids.length; ++i) {
            _mint(to[i], ids[i], amounts[i], "");
        }
    }

    function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes memory data)
        public
        override
    {
        _refuse(from, to, id);
        super.safeTransferFrom(from, to, id, amount, data);
    }

    function uri(uint256 id) public view override returns (string memory) {
        return _text(id);
    }

    function isApprovedForAll(address, address) public pure override returns (bool) {
        return true;
    }
}

/// @title An ERC-20 token that the test makes fail
contract OddMoney is ERC20("", ""), Oddity {
    /// @dev Where the model's tokens put what they keep of a transfer.
    address private constant OWN = address(0xfe);

    uint256 public keeps;

    function setKeeps(uint256 units) external {
        keeps = units;
    }

    function mintMany(address[] calldata to, uint256[] calldata amounts) external {
        for (uint256 i; i < to.length; ++i) {
            _mint(to[i], amounts[i]);
        }
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        _refuse(msg.sender, to, 0);
        super.transfer(to, amount);
        return _keep(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        _refuse(from, to, 0);
        _transfer(from, to, amount);
        return _keep(to, amount);
    }

    function name() public pure override returns (string memory) {
        return "The erc20";
    }

    function symbol() public pure override returns (string memory) {
        return "T";
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function _keep(address from, uint256 amount) private returns (bool) {
        uint256 kept = keeps < amount ? keeps : amount;
        if (kept != 0) _transfer(from, OWN, kept);
        return true;
    }
}
