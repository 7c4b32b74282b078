import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asFen, sum } from '../../../../src/kernel/money.ts';
import { openMonth, type Month, type MonthEvent } from '../../../../src/rules/clearing/month/month.ts';
import { stepMonth } from '../../../../src/rules/clearing/month/step.ts';

/*
 * A model that knows no bills: a stage, what each payer owes, has said, has paid, and what has arrived. Whatever is
 * played in whatever order, the machine says yes where the model does, and both end in the same state.
 */

type Payer = { due: number; said: 'nothing' | 'no' | 'yes'; withFinance: boolean; paid: number; arrived: number };
type Model = { stage: Month['stage']; payers: Map<string, Payer> };

const PAYERS = ['110000', '320000', '610000'];
const PAYEE = '440000';

const payer = fc.constantFrom(...PAYERS);
const amount = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(100)).map(asFen);
const bill = (who: string, due: number) => ({ payer: who, payee: PAYEE, due: asFen(due) });

const event: fc.Arbitrary<MonthEvent> = fc.oneof(
  fc.constantFrom<MonthEvent>(
    { kind: 'collect' },
    { kind: 'confirmation-over' },
    { kind: 'notice' },
    { kind: 'close' },
  ),
  fc
    .uniqueArray(payer, { maxLength: 3 })
    .map((payers): MonthEvent => ({ kind: 'generate', bills: payers.map((who) => bill(who, 100)) })),
  fc.record({ kind: fc.constantFrom('confirm', 'submit'), payer }),
  payer.map((who): MonthEvent => ({ kind: 'reject', payer: who, reason: '不符' })),
  fc.tuple(payer, amount).map(([who, due]): MonthEvent => ({ kind: 'correct', payer: who, bills: [bill(who, due)] })),
  fc.record({ kind: fc.constant('transfer' as const), payer, payee: fc.constant(PAYEE), amount }),
  fc.record({ kind: fc.constant('receive' as const), payer, payee: fc.constant(PAYEE) }),
);

const generated = (payers: readonly string[]): MonthEvent[] => [
  { kind: 'collect' },
  { kind: 'generate', bills: payers.map((who) => bill(who, 100)) },
];
const submitted = (payers: readonly string[]): MonthEvent[] => [
  ...generated(payers),
  { kind: 'confirmation-over' },
  { kind: 'notice' },
  ...payers.map((who): MonthEvent => ({ kind: 'submit', payer: who })),
];
const paid = ([who = '']: readonly string[]): MonthEvent[] => [
  ...submitted([who]),
  { kind: 'transfer', payer: who, payee: PAYEE, amount: asFen(100) },
];

/** Chance alone hardly ever gets beyond the first stages: some months begin further on. */
const OPENINGS: readonly (readonly MonthEvent[])[] = [
  [],
  generated(PAYERS),
  submitted(PAYERS.slice(0, 2)),
  paid(PAYERS),
];

const fresh = (due: number): Payer => ({ due, said: 'nothing', withFinance: false, paid: 0, arrived: 0 });

/** True where the model lets the event happen, and then it has happened. */
const happens = (model: Model, done: MonthEvent): boolean => {
  const one = 'payer' in done ? model.payers.get(done.payer) : undefined;
  const all = [...model.payers.values()];
  switch (done.kind) {
    case 'collect':
      return model.stage === 'open' && Boolean((model.stage = 'collected'));
    case 'generate':
      if (model.stage !== 'collected') return false;
      model.payers = new Map(done.bills.map(({ payer: who, due }) => [who, fresh(due)]));
      return Boolean((model.stage = 'generated'));
    case 'confirm':
      return model.stage === 'generated' && one !== undefined && one.said !== 'yes' && Boolean((one.said = 'yes'));
    case 'reject':
      return model.stage === 'generated' && one?.said === 'nothing' && Boolean((one.said = 'no'));
    case 'correct': {
      const due = done.bills[0]?.due ?? 0;
      if (model.stage !== 'generated' || one?.said !== 'no' || due <= 0) return false;
      return Boolean(model.payers.set(done.payer, fresh(due)));
    }
    case 'confirmation-over':
      if (model.stage !== 'generated') return false;
      for (const row of all) if (row.said === 'nothing') row.said = 'yes';
      return true;
    case 'notice':
      return (
        model.stage === 'generated' && all.every(({ said }) => said === 'yes') && Boolean((model.stage = 'noticed'))
      );
    case 'submit':
      return model.stage === 'noticed' && one?.withFinance === false && (one.withFinance = true);
    case 'transfer':
      if (model.stage !== 'noticed' || !one?.withFinance || done.amount <= 0) return false;
      if (one.paid + done.amount > one.due) return false;
      one.paid += done.amount;
      return true;
    case 'receive':
      if (model.stage !== 'noticed' || !one || one.paid === one.arrived) return false;
      one.arrived = one.paid;
      return true;
    case 'close':
      return (
        model.stage === 'noticed' &&
        all.every(({ due, arrived }) => arrived === due) &&
        Boolean((model.stage = 'closed'))
      );
  }
};

it('the month ends where the model ends, whatever happens in whatever order', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const model: Model = { stage: 'open', payers: new Map() };
      let month = openMonth('202609');
      const all = [...(OPENINGS[events.length % OPENINGS.length] ?? []), ...events];
      for (const done of all) {
        const before = structuredClone(month);
        const next = stepMonth(month, done);
        const expected = happens(model, done);
        expect([done.kind, next.ok]).toEqual([done.kind, expected]);
        expect(month).toEqual(before);
        if (next.ok) month = next.value;
        seen.set(`${done.kind} ${next.ok}`, (seen.get(`${done.kind} ${next.ok}`) ?? 0) + 1);
      }
      expect(month.stage).toBe(model.stage);
      const bills = new Map(month.bills.map((row) => [row.payer, [row.due, row.paid, row.received]]));
      expect(bills).toEqual(new Map([...model.payers].map(([who, row]) => [who, [row.due, row.paid, row.arrived]])));
      const total = (field: 'due' | 'paid' | 'received') => sum(month.bills.map((row) => row[field]));
            expect(total('received') <= total('paid') && total('paid') <= total('due')).toBe(true);
      expect(month.stage !== 'closed' || total('received') === total('due')).toBe(true);
    }),
    { numRuns: 3_000 },
  );
  const kinds = [
    'collect', 'generate', 'confirm', 'reject', 'correct', 'confirmation-over', 'notice', 'submit', 'transfer',
    'receive', 'close',
  ];
  expect([...seen.keys()].sort()).toEqual(kinds.flatMap((kind) => [`${kind} false`, `${kind} true`]).sort());
}); // prettier-ignore
