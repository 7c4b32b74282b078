import type { Instant } from '../../kernel/civil-time.ts';
import type { CardAnswer, CardChallenge } from '../../kernel/card-authentication.ts';

/** A card that is being read without a PSAM: what its first step handed out, and what was answered to it (9201). */
export type CardReading = {
  /** 认证流水号 */
  readonly auth_sn: string;
  readonly fixmedins_code: string;
  readonly issu_admdvs: string;
  readonly challenge: CardChallenge;
  readonly answer: CardAnswer;
  readonly at: Instant;
  /** True when the second step came, whatever it was told: every answer serves once. */
  readonly over: boolean;
};

/** The second step must come within five minutes (sandbox). */
export const READING_LIFE = 5 * 60_000;
