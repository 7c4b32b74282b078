import type { Party } from './party.ts';
import { E_CREDENTIAL_TEXTS } from './refusal-texts/e-credential.ts';
import { CLEARING_TEXTS } from './refusal-texts/clearing.ts';
import { INSURED_TEXTS } from './refusal-texts/insured.ts';
import { MAINTENANCE_TEXTS } from './refusal-texts/maintenance.ts';
import { MESSAGE_TEXTS } from './refusal-texts/message.ts';
import { NATIONAL_TEXTS } from './refusal-texts/national.ts';
import { QUERY_TEXTS } from './refusal-texts/query.ts';
import { SETTLEMENT_TEXTS } from './refusal-texts/settlement.ts';
import { VISIT_TEXTS } from './refusal-texts/visit.ts';
import { VOUCHER_TEXTS } from './refusal-texts/voucher.ts';

/**
 * Every refusal by its domain name, with its wire text: short, plain Chinese that says what is wrong and what to do.
 * Wordings that real clients look for are kept to the letter (该笔结算已撤销，请勿重复办理 …).
 */
const TEXTS = {
  ...MESSAGE_TEXTS,
  ...VISIT_TEXTS,
  ...E_CREDENTIAL_TEXTS,
  ...SETTLEMENT_TEXTS,
  ...NATIONAL_TEXTS,
  ...MAINTENANCE_TEXTS,
  ...INSURED_TEXTS,
  ...QUERY_TEXTS,
  ...VOUCHER_TEXTS,
  ...CLEARING_TEXTS,
} satisfies Record<string, (...details: never[]) => string>;

export type RefusalName = keyof typeof TEXTS;

/** An expected no: its name, the party that says it, the text (without the party's prefix). */
export type Refusal = { readonly refused: RefusalName; readonly by: Party; readonly text: string };

/** Builds a refusal; the details are those that its text asks for. */
export const refuse = <Name extends RefusalName>(
  by: Party,
  name: Name,
  ...details: Parameters<(typeof TEXTS)[Name]>
): Refusal => ({ refused: name, by, text: (TEXTS[name] as (...given: unknown[]) => string)(...details) });

/** True for a refusal among other values of a union. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;
