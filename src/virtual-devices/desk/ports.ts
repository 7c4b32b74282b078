import type { Instant } from '../../kernel/civil-time.ts';
import type { DeviceMade } from '../device/device.ts';
import type { Holder } from '../media/holder.ts';
import type { IssueCode } from '../media/qr-code.ts';

/** What a desk of devices is put together from. It knows nothing else of the world around it. */
export type DeskPorts = {
  /** The workspace's clock. */
  readonly now: () => Instant;
  /** Calls back after so many ms of the machine; gives back how to call it off. */
  readonly later: (ms: number, then: () => void) => () => void;
  readonly random: () => number;
  /** Of the workspace: of draws whose schedule names no seed of its own. */
  readonly seed: () => string;
  /** Whose media they are: by whatever testers call the person. */
  readonly holder: (person: string) => Holder | undefined;
  /** Keeps which devices there are, for the next start. */
  readonly keep: (devices: readonly DeviceMade[]) => void;
  /** The issuer of the codes that people show. */
  readonly issueCode: IssueCode;
  /** Is told of what broke inside: an impossible state. */
  readonly onDefect: (defect: unknown) => void;
};
