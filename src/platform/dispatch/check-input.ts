import { maskRealNumbers } from '../../kernel/identity-number.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import { missing, read } from '../wire/read.ts';
import type { Violation } from '../wire/violation.ts';
import { tableOf } from './answer.ts';
import { canonicalOf, type Canonical } from './canonical.ts';
import type { Definition, Message } from './definition.ts';
import type { Opened } from './outcome.ts';
import { withoutBytes } from './without-bytes.ts';
import { partyOf } from './party-of-door.ts';

/** The input as the decision sees it, or why it cannot be taken; violations of the table either way. */
export type CheckedInput =
  | { readonly input: object; readonly canonical: Canonical; readonly violations: readonly string[] }
  | { readonly refusal: Refusal; readonly violations: readonly string[] };

/** How many faults one err_msg names: more than a handful helps nobody, and the field is short. */
const NAMED = 5;

/**
 * Reads the input by its table. A breach that does not stop the decision is listed; what the decision needs is
 * demanded, all missing fields together; a strict workspace refuses every breach, an exact transaction those of its
 * table.
 */
export const checkInput = (
  definition: Definition,
  message: Message,
  { rawInput, violations: ofEnvelope, breaches }: Pick<Opened, 'rawInput' | 'violations' | 'breaches'>,
  strict: boolean,
): CheckedInput => {
  const table = tableOf(definition);
  const { value, violations } = read(table, rawInput);
  const listed = [...ofEnvelope, ...violations.map((violation) => `${violation.path}:${violation.kind}`)];
  const by = partyOf(message);
  const said = wording(message);
  const lacking = missing(table, value, definition.needs);
  if (lacking.length > 0) {
    const list = said(some(lacking.map((need) => lack(need, violations))));
    return { refusal: refuse(by, 'fields-missing', list), violations: listed };
  }
  const ofTable = violations.map((violation) => violation.text);
  const texts = strict ? [...breaches, ...ofTable] : definition.exact ? ofTable : [];
  if (texts.length > 0) {
    return { refusal: refuse(by, 'fields-invalid', said(maskRealNumbers(some(texts)))), violations: listed };
  }
  return { input: value, canonical: canonicalOf(withoutBytes(table, value)), violations: listed };
};

/** What other doors call `input` is `data` in the envelope of the credential door. */
const wording =
  ({ door }: Message) =>
  (text: string): string =>
    door === 'credential' ? text.replace(/\binput\b/g, 'data') : text;

const some = (texts: readonly string[]): string =>
  texts.slice(0, NAMED).join('；') + (texts.length > NAMED ? `；等共 ${texts.length} 处` : '');

/** A needed field that did not come, or why what came could not be taken. */
const lack = ({ path, name }: Violation, violations: readonly Violation[]): string =>
  violations.find((violation) => violation.path === path && violation.kind !== 'missing')?.text ?? `${path}（${name}）`;
