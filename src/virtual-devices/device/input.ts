import type { PinPrompt } from './device.ts';
import type { SocialCard } from '../media/social-card.ts';
import type { Strike } from '../faults/strike.ts';
import type { Medium, MediumKind } from '../media/medium.ts';
import type { CommandName, DeviceEvent, Reply } from '../protocol/messages.ts';
import type { Instant } from '../../kernel/civil-time.ts';

/** What can happen to a device: what people do, what clients ask, what timers say. */
export type Input =
  | { readonly type: 'plug' }
  | { readonly type: 'unplug' }
  | { readonly type: 'put'; readonly medium: Medium }
  | { readonly type: 'take'; readonly what: MediumKind }
  /** `run`: typed for that command alone. */
  | { readonly type: 'type-pin'; readonly pin: string; readonly run?: number }
  | { readonly type: 'cancel-pin'; readonly run?: number }
  | {
      readonly type: 'command';
      readonly id: string;
      readonly client: string;
      /** Who it is, for those who find the device taken. */
      readonly name: string;
      readonly command: CommandName;
      readonly params: Readonly<Record<string, unknown>>;
      readonly timeout?: number;
      readonly strike?: Strike;
    }
  /** The issuer has the patient shown something, whoever has the device open. */
  | { readonly type: 'notice'; readonly lines: readonly string[] }
  /** The client has gone, with or without a word. */
  | { readonly type: 'gone'; readonly client: string }
  /** The reader's service was restarted: nobody is connected any more. */
  | { readonly type: 'restart' }
  /** Timers. */
  | { readonly type: 'step'; readonly run: number }
  | { readonly type: 'deadline'; readonly run: number }
  | { readonly type: 'deliver'; readonly run: number }
  | { readonly type: 'pin-deadline'; readonly run: number; readonly prompt: PinPrompt }
  | { readonly type: 'look-at-codes' };

export type CommandInput = Extract<Input, { readonly type: 'command' }>;

/** What a device wants done. */
export type Out =
  | { readonly do: 'reply'; readonly client: string; readonly reply: Reply }
  | { readonly do: 'tell'; readonly event: DeviceEvent['event']; readonly data?: Readonly<Record<string, unknown>> }
  /** A card has left the device: what it remembers goes with it. */
  | { readonly do: 'keep'; readonly card: SocialCard }
  /** After so many ms of the machine. */
  | { readonly do: 'later'; readonly ms: number; readonly input: Input };

/** What a device is handed with every input. */
export type DevicePorts = {
  /** The workspace's clock. */
  readonly now: Instant;
  readonly random: () => number;
};
