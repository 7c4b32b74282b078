import type { Instant } from '../../kernel/civil-time.ts';
import type { Result } from '../../kernel/result.ts';

/** What may be the matter with a code of the e-credential that is shown; or it is a code of something else. */
export const CODE_VARIANTS = ['good', 'expired', 'used', 'not-yet-valid', 'unknown', 'other-issuer'] as const;

export type CodeWish = {
  /** Whose insurance it is. */
  readonly person: string;
  /** Whose telephone it is 亲情账户; absent: the person's own. */
  readonly by?: string;
  /** `health-code` is 电子健康码, which patients show by mistake. */
  readonly variant: (typeof CODE_VARIANTS)[number] | 'health-code';
};

/** A code as it stands on a telephone. */
export type IssuedCode = {
  readonly text: string;
  /** The last moment at which it is good. */
  readonly until: Instant;
};

/**
 * The issuer of the 医保电子凭证: makes codes and keeps the only book of them. A device shows the text and knows nothing of
 * it; who decodes it asks the issuer. The error is plain Chinese.
 */
export type IssueCode = (wish: CodeWish) => Promise<Result<IssuedCode, string>>;

/** Code of the electronic social-security card 电子社保卡: 19 digits that open with 69. Sandbox. */
export const electronicCardCode = (random: () => number): string =>
  `69${String(Math.floor(random() * 1e8)).padStart(8, '0')}${String(Math.floor(random() * 1e9)).padStart(9, '0')}`;
