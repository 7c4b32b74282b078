import { must } from '../../kernel/assert.ts';
import type { Fault, When } from '../../kernel/fault/fault.ts';
import { kindNamed } from './kinds.ts';

/** What a cashier can do to meet a fault without any tool. */
export type Magic = {
  readonly kind: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly when: When;
  readonly scope?: Fault['scope'];
  /** How it is reached, in words. */
  readonly how: string;
};

/** By the last two digits of the total 医疗费总额 of a settlement: 123.81. */
const settling = (ending: string, kind: string, params: Readonly<Record<string, unknown>> = {}): Magic => ({
  kind,
  with: params,
  when: { infno: ['2207', '1107'], amount: { ending } },
  how: `结算总额末两位 .${ending}`,
});

/** The cheat sheet: amounts for settlements, names for everything that a person does. */
export const MAGIC: readonly Magic[] = [
  settling('81', 'answer-lost', { how: 'rst' }),
  settling('82', 'answer-lost', { how: 'hold' }),
  settling('83', 'request-lost', { how: 'rst' }),
  settling('84', 'half-body'),
  settling('85', 'bad-json'),
  settling('86', 'gateway-error', { status: 504 }),
  settling('87', 'business-error'),
  settling('88', 'busy'),
  settling('89', 'place-down', { as: 'refuse' }),
  settling('91', 'place-down', { as: 'silent' }),
  settling('92', 'place-slow'),
  settling('93', 'split-commit', { leg: 'place-only' }),
  settling('94', 'money-altered', { op: 'cent' }),
  settling('95', 'wrong-person'),
  settling('96', 'two-windows'),
  settling('97', 'balance-changed'),
  settling('98', 'late-answer', { ms: 15_000 }),
  { kind: 'reversal-lost', when: { infno: ['2601'], psn_name: '冲' }, how: '姓名以“冲”结尾的人冲正' },
  { kind: 'delay', with: { ms: 3_000 }, when: { psn_name: '慢' }, how: '姓名以“慢”结尾的人，每个报文' },
];

/** Magic values as faults that are always armed. */
export const MAGIC_FAULTS: readonly Fault[] = MAGIC.map(({ kind: name, when, scope, ...magic }, index) => {
  const kind = kindNamed(name);
  must(kind, `no kind ${name}`);
  return {
    id: `magic-${when.amount?.ending ?? `name-${index}`}`,
    kind: name,
    when,
    schedule: { always: true },
    scope: scope ?? kind.scopes[0],
    with: kind.params.parse(magic.with ?? {}) as Record<string, unknown>,
    priority: -1_000,
    stack: false,
    note: magic.how,
    seen: 0,
    fired: 0,
  };
});
