import type { Instant } from '../../../kernel/civil-time.ts';

/** What a person holds in front of a scanner or a terminal. */
export type Medium = 'qr' | 'face' | 'identity-card';

/** Somebody who shows something: a QR code of the 医保电子凭证, a face, an identity card. All of it ours: sandbox. */
export type Shown = {
  /** What the scanner reads: 28 digits of a QR code, or whatever else was held out; of face and card a number. */
  readonly code: string;
  readonly medium: Medium;
  /** Whose identity it gives. */
  readonly psn_no: string;
  /** The family member whose phone shows it 亲情账户; absent: the person's own. */
  readonly shownBy?: string;
  /** True for a code that looks right and is another issuer's. */
  readonly otherIssuer?: boolean;
  /** The institution in front of whose scanner or terminal it is held; absent: on the phone alone. */
  readonly at?: string;
  readonly from: Instant;
  /** The last moment at which it is good. */
  readonly until: Instant;
  /** True for a face whose person presses 取消. */
  readonly cancels?: boolean;
  /** When it was used, and at which institution: a QR code and a face serve once. */
  readonly spent?: { readonly at: Instant; readonly by: string };
};

/** A QR code lives one minute (common knowledge; no public document says so). */
export const QR_LIFE = 60_000;

/** How long a face or an identity card stays at a terminal (sandbox). */
export const STAY = 5 * 60_000;

/** The code once it is used: it is good for nobody else. */
export const spentBy = (shown: Shown, fixmedins_code: string, now: Instant): Shown => ({
  ...shown,
  spent: { at: now, by: fixmedins_code },
});

/** What lies before the scanner or terminal and may still be used. */
export const stillHeld = (shown: Shown | undefined, now: Instant): Shown | undefined =>
  shown && !shown.spent && now <= shown.until ? shown : undefined;
