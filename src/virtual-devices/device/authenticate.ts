import { dataFor, type CardChallenge } from '../../kernel/card-authentication.ts';
import type { Failure } from '../codes/return-codes.ts';
import { failureAt } from '../media/conditions.ts';
import { answerIn } from '../media/card-strings.ts';
import { keyOf, type SocialCard } from '../media/social-card.ts';
import type { CommandName } from '../protocol/messages.ts';
import type { Device, Running } from './device.ts';
import type { Psam } from './kinds.ts';

/** Steps that go by a security machine of the platform instead of the reader's PSAM. */
const FIRST: ReadonlySet<CommandName> = new Set(['read-card-step1', 'unblock-pin-step1', 'reload-pin-step1']);
const SECOND: ReadonlySet<CommandName> = new Set(['read-card-step2', 'unblock-pin-step2', 'reload-pin-step2']);

export const isFirstStep = (command: CommandName): boolean => FIRST.has(command);
export const isSecondStep = (command: CommandName): boolean => SECOND.has(command);

const LACKS: Readonly<Record<Psam, Failure | undefined>> = {
  ok: undefined,
  none: 'no-psam',
  'no-algorithm': 'psam-algorithm',
  'no-key': 'psam-key',
  'low-level': 'psam-level-low',
};

/** Why the card and the reader, or the card and the platform, do not trust each other. */
export const authenticationFailure = (
  { psam, challenge }: Device,
  { command, params }: Running,
  card: SocialCard,
): Failure | undefined => {
  if (isFirstStep(command)) {
    if (psam === 'ok' && failureAt(card.condition, 'authentication') !== 'key-missing') return 'hsm-not-needed';
    return card.chip.keyTriesLeft === 0 ? 'key-locked' : undefined;
  }
  if (isSecondStep(command)) return answerFailure(challenge, card, String(params['data']), command);
  return LACKS[psam] ?? failureAt(card.condition, 'authentication');
};

const HEXADECIMAL = /^[0-9A-Fa-f|]*$/;
const LENGTH = 16;

const answerFailure = (
  challenge: CardChallenge | undefined,
  card: SocialCard,
  data: string,
  command: CommandName,
): Failure | undefined => {
  const malformed = malformedness(data);
  if (malformed) return malformed;
  if (!challenge) return 'illegal-data';
  if (challenge.card_sn !== card.card_sn) return 'other-card';
  if (card.chip.keyTriesLeft === 0) return 'key-locked';
  return mistrust(challenge, card, data, command);
};

const malformedness = (data: string): Failure | undefined => {
  if (!HEXADECIMAL.test(data)) return 'illegal-characters';
  const [internal = '', external, ...rest] = data.split('|');
  if (external === undefined || rest.length > 1 || (rest[0] ?? '') !== '') return 'illegal-data';
  return internal.length === LENGTH && external.length === LENGTH ? undefined : 'wrong-length';
};

/** The card compares the platform's answer with its own reckoning. */
const mistrust = (
  challenge: CardChallenge,
  card: SocialCard,
  data: string,
  command: CommandName,
): Failure | undefined => {
  const { internal, external } = answerIn(data);
  const expected = dataFor(keyOf(card), challenge);
  const isRight = internal === expected.internal && external === expected.external;
  if (command === 'unblock-pin-step2') return isRight ? undefined : 'mac-wrong';
  if (command === 'reload-pin-step2') return isRight ? undefined : 'mac-invalid';
  if (internal !== expected.internal) return 'internal-auth-failed';
  return external === expected.external ? undefined : LEFT[card.chip.keyTriesLeft - 1];
};

const LEFT: readonly Failure[] = ['external-auth-0', 'external-auth-1', 'external-auth-2'];

/** The tries of the platform's key after a failure: a wrong external answer costs one. */
export const keyTriesAfter = (failure: Failure, before: number): number =>
  LEFT.includes(failure) ? before - 1 : before;
