import { isAdmdvs, provinceOf } from '../../kernel/admdvs.ts';

/** Where a message came from, as its journal row tells. */
type Heard = {
  readonly door: string;
  readonly hop: number;
  readonly sender: string;
  readonly via?: 'self' | 'remote';
};

/** The sender of a message that nobody could sign in is whatever it said. */
const isSignedIn = (sender: string): boolean => isAdmdvs(sender) && provinceOf(sender) === sender;

/**
 * Whether a province's own system sent it, signed in at the national door, or answered it (`remote`): what may count
 * in an acceptance 验收. Not what the sandbox's own run 自检 or its histories sent, nor what the sandbox plays for a
 * province.
 */
export const isProvincesOwn = ({ door, hop, sender, via }: Heard): boolean =>
  via === 'remote' || (via === undefined && door === 'national' && hop === 0 && isSignedIn(sender));
