// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {OddUnits} from "./HostileErc1155.sol";
import {Switchable} from "./HostileTokens.sol";

/// @dev A token whose issuer keeps a list of whom it does not serve.
interface IBlocklisting {
    error Blocked(address account);

    function setBlocked(address account, bool on) external;
}

/// @dev Blocklisting.
contract BlocklistingNft is Switchable, IBlocklisting {
    mapping(address account => bool) private _blocked;

    function setBlocked(address account, bool on) external {
        _blocked[account] = on;
    }

    function _update(address to, uint256 id, address auth) internal override returns (address from) {
        from = super._update(to, id, auth);
        if (_blocked[from]) revert Blocked(from);
        if (_blocked[to]) revert Blocked(to);
    }

    function _misbehave() internal pure override {}
}

/// @dev Blocklisting.
contract BlocklistingUnits is OddUnits, IBlocklisting {
    mapping(address account => bool) private _blocked;

    function setBlocked(address account, bool on) external {
        _blocked[account] = on;
    }

    function _update(address from, address to, uint256[] memory ids, uint256[] memory values)
        internal
        override
    {
        if (_blocked[from]) revert Blocked(from);
        if (_blocked[to]) revert Blocked(to);
        super._update(from, to, ids, values);
    }
}

/// @dev Gas-burning.
contract GasBurningUnits is OddUnits {
    function _update(address from, address to, uint256[] memory ids, uint256[] memory values)
        internal
        override
    {
        super._update(from, to, ids, values);
        if (hostile) {
            assembly {
                invalid()
            }
        }
    }
}

/// @dev Moves, and answers with a megabyte where nothing is expected.
contract MegabyteNft is Switchable {
    function transferFrom(address from, address to, uint256 id) public override {
        super.transferFrom(from, to, id);
        if (!hostile) return;
        assembly {
            return(0, 1000000)
        }
    }

    function _misbehave() internal pure override {}
}

/// @dev Moves, and answers with a megabyte where nothing is expected.
contract MegabyteUnits is OddUnits {
    function safeTransferFrom(address from, address to, uint256 id, uint256 value, bytes memory data)
        public
        override
    {
        super.safeTransferFrom(from, to, id, value, data);
        if (!hostile) return;
        assembly {
            return(0, 1000000)
        }
    }
}

/// @dev Whoever may not move a token moves nothing, and is not told, against the standard.
contract QuietNft is Switchable {
    function transferFrom(address from, address to, uint256 id) public override {
        if (_ownerOf(id) == from && _isAuthorized(from, msg.sender, id)) _transfer(from, to, id);
    }

    function _misbehave() internal pure override {}
}

/// @dev Who has its tokens is whoever it was told last, by anybody.
contract FickleNft is Switchable {
    address private _keeper;

    function tell(address keeper) external {
        _keeper = keeper;
    }

    function transferFrom(address, address to, uint256) public override {
        _keeper = to;
    }

    function ownerOf(uint256) public view override returns (address) {
        return _keeper;
    }

    function _misbehave() internal pure override {}
}
