import { dateTimeOf, type Instant } from '../../../kernel/civil-time.ts';
import type { Party } from '../party.ts';
import { refuse, type Refusal, type RefusalName } from '../refusals.ts';
import type { Medium, Shown } from './shown.ts';

/** Where shown codes are looked up: the reader of a store. */
export type Shelf = {
  readonly shown: (code: string) => Shown | undefined;
  /** What was held there last, used or not. */
  readonly heldAt: (fixmedins_code: string, medium: Medium) => Shown | undefined;
};

export const SCAN_REFUSALS: readonly RefusalName[] = [
  'code-not-read', 'health-code-shown', 'payment-code-shown', 'code-not-ours', 'code-unknown', 'code-of-other-issuer',
  'code-spent', 'code-not-yet-valid', 'code-expired',
]; // prettier-ignore

/** 电子健康码: its index 主索引 has 64 hexadecimal digits, with or without a tail after a colon (sandbox's reading). */
const HEALTH_CODE = /^[0-9A-F]{64}(:.*)?$/i;
/** 微信 10–15 with 18 digits, 支付宝 25–30 with 16 to 24: what their merchants' pages say of payment codes. */
const PAYMENT_CODE = /^(1[0-5]\d{16}|(2[5-9]|30)\d{14,22})$/;
const QR_CODE = /^\d{28}$/;

type Where = { readonly fixmedins_code: string; readonly now: Instant; readonly by: Party };

/**
 * The code that a scanner read: as sent, else what is held in front of that institution's scanner. Good once, in its
 * time, and only if it is one of the 医保电子凭证.
 */
export const scanned = (
  shelf: Shelf,
  text: string | undefined,
  { fixmedins_code, now, by }: Where,
): Shown | Refusal => {
  const held = text === undefined ? unused(shelf.heldAt(fixmedins_code, 'qr')) : undefined;
  const code = text?.trim() ?? held?.code;
  if (code === undefined) return refuse(by, 'code-not-read');
  const wrong = wrongKind(code, by);
  if (wrong) return wrong;
  const shown = shelf.shown(code);
  if (!shown || shown.medium !== 'qr') return refuse(by, 'code-unknown');
  return unusable(shown, now, by) ?? shown;
};

/** A code that is out of date is still held out: it is refused for that. */
const unused = (held: Shown | undefined): Shown | undefined => (held?.spent ? undefined : held);

const wrongKind = (code: string, by: Party): Refusal | undefined => {
  if (HEALTH_CODE.test(code)) return refuse(by, 'health-code-shown');
  if (PAYMENT_CODE.test(code)) return refuse(by, 'payment-code-shown');
  return QR_CODE.test(code) ? undefined : refuse(by, 'code-not-ours', code.length);
};

const unusable = ({ otherIssuer, spent, from, until }: Shown, now: Instant, by: Party): Refusal | undefined => {
  if (otherIssuer === true) return refuse(by, 'code-of-other-issuer');
  if (spent) return refuse(by, 'code-spent', dateTimeOf(spent.at));
  if (now < from) return refuse(by, 'code-not-yet-valid', dateTimeOf(from));
  return now > until ? refuse(by, 'code-expired', dateTimeOf(until)) : undefined;
};
