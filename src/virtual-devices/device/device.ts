import type { CardChallenge } from '../../kernel/card-authentication.ts';
import type { Face, ShownCode } from '../media/medium.ts';
import type { IdCard } from '../media/id-card.ts';
import type { SocialCard } from '../media/social-card.ts';
import type { CommandName, Reply } from '../protocol/messages.ts';
import type { Strike } from '../faults/strike.ts';
import type { DeviceKind, Psam } from './kinds.ts';

/** What is in, on or before a device; at most one of a sort. */
export type Media = {
  readonly card?: SocialCard;
  readonly 'id-card'?: IdCard;
  readonly code?: ShownCode;
  readonly face?: Face;
};

/** Who has the device for itself: a client that opened it. */
export type Lease = {
  readonly client: string;
  readonly name: string;
  /** False since the device was unplugged or its service restarted: it has to be opened again. */
  readonly isConnected: boolean;
};

/** Which PIN the keypad waits for. */
export type PinPrompt = 'pin' | 'old' | 'new' | 'again';

/** How far a command has come. */
export type Phase = 'power' | 'file' | 'authentication' | 'done' | 'medium' | PinPrompt;

/** The command that the device is carrying out. */
export type Running = {
  /** Number of the run at this device: timers name it, because clients may use an id again. */
  readonly run: number;
  readonly id: string;
  readonly client: string;
  readonly name: string;
  readonly command: CommandName;
  readonly params: Readonly<Record<string, unknown>>;
  readonly phase: Phase;
  /** The fault that strikes it. */
  readonly strike?: Strike;
  /** The new PIN while it is typed in the second time. Never leaves the device. */
  readonly typed?: string;
};

/** An answer that comes late. */
export type Owed = {
  readonly run: number;
  readonly client: string;
  readonly reply: Reply;
  /** Its time-out has been told, or another command has been answered meanwhile. */
  readonly isOverdue: boolean;
};

/** One virtual device. */
export type Device = {
  readonly id: string;
  /** 终端设备号 */
  readonly serial: string;
  /** 终端机编号, twelve digits */
  readonly terminalNo: string;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly psam: Psam;
  /** Whether the patient types the right PIN by itself as soon as it is asked for, or waits to be told. */
  readonly pinEntry: 'auto' | 'manual';
  readonly plugged: boolean;
  readonly media: Media;
  readonly lease?: Lease;
  readonly running?: Running;
  /** Commands that were started so far. */
  readonly runs: number;
  readonly owed: readonly Owed[];
  /** Whether the PIN of the card that is in was verified since it was put in. */
  readonly verified: boolean;
  /** What the card that is in handed out at the first step, for the second one. */
  readonly challenge?: CardChallenge;
  /** What the screen shows the patient. */
  readonly screen: readonly string[];
};

/** What a device is made of at first. */
export type DeviceMade = Pick<Device, 'id' | 'serial' | 'terminalNo' | 'name' | 'kind' | 'psam' | 'pinEntry'>;

/** A new device, plugged in, with nothing in it. */
export const deviceOf = (made: DeviceMade): Device => ({
  ...made,
  plugged: true,
  media: {},
  runs: 0,
  owed: [],
  verified: false,
  screen: [],
});
