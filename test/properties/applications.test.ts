import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dateOf } from '../../src/kernel/civil-time.ts';
import { stateOf, type ApplicationState } from '../../src/platform/domain/application.ts';
import { eligibility } from '../../src/platform/domain/eligibility.ts';
import { isRefusal } from '../../src/platform/domain/refusals.ts';
import {
  cancelFiling,
  changeFiling,
  registerFiling,
  reviewFiling,
} from '../../src/platform/workspace/applications/filings.ts';
import {
  acceptQualification,
  applyForQualification,
  decideQualification,
  terminateQualification,
} from '../../src/platform/workspace/applications/qualifications.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../support/world.ts';

/*
 * Whatever a clerk does in whatever order, day after day: an application is in the state that a model of its own
 * reckons, and eligibility says yes where the model has something approved, and else the reason that the states give.
 */

const PERSON = 'xian-worker-no-filing';
const DISEASE = 'M05300';

/** Held by who applies for a disease, so that nothing but the disease is missing. */
const FILED = { trt_dcla_detl_sn: 'F1', kind: 'resident', mdtrtarea_admdvs: '440300', begndate: '2026-01-01' } as const;

type Act =
  | { readonly do: 'register'; readonly to: string; readonly approve: boolean }
  | { readonly do: 'change'; readonly which: number; readonly to: string; readonly approve: boolean }
  | { readonly do: 'review' | 'result'; readonly which: number; readonly yes: boolean }
  | { readonly do: 'cancel' | 'accept' | 'terminate'; readonly which: number }
  | { readonly do: 'apply' }
  | { readonly do: 'sleep' };

/** An application as the model has it. */
type Model = { readonly no: string; state: ApplicationState; readonly to?: string; readonly replaces?: string };

const which = fc.nat(5);
const to = fc.constantFrom('440300', '440000', '510100');
const approve = fc.boolean();

const filingActs = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('register' as const), to, approve }),
    fc.record({ do: fc.constant('change' as const), which, to, approve }),
    fc.record({ do: fc.constant('review' as const), which, yes: fc.boolean() }),
    fc.record({ do: fc.constant('cancel' as const), which }),
    fc.record({ do: fc.constant('sleep' as const) }),
  ),
  { minLength: 1, maxLength: 12 },
);

const qualificationActs = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('apply' as const) }),
    fc.record({ do: fc.constant('accept' as const), which }),
    fc.record({ do: fc.constant('result' as const), which, yes: fc.boolean() }),
    fc.record({ do: fc.constant('terminate' as const), which }),
    fc.record({ do: fc.constant('sleep' as const) }),
  ),
  { minLength: 1, maxLength: 12 },
);

const pending = ({ state }: Model): boolean => state === 'applied' || state === 'accepted';
const blocks = (row: Model): boolean => pending(row) || row.state === 'approved';

/** What a clerk may do to it, by the model's own reckoning. */
const may = (row: Model | undefined, states: readonly ApplicationState[]): row is Model =>
  row !== undefined && states.includes(row.state);

type Outcome = { readonly ok: true; readonly value: { readonly trt_dcla_detl_sn: string } } | { readonly ok: false };

/** One act on the sandbox and on the model; both must agree whether it can be done. */
const doIt = async ({ world }: TestWorld, models: Model[], act: Act): Promise<void> => {
  const target = 'which' in act ? models[act.which % Math.max(1, models.length)] : undefined;
  const no = target?.no ?? '1';
  const agree = (outcome: Outcome, expected: boolean): outcome is Extract<Outcome, { ok: true }> => {
    expect([act, models, outcome.ok]).toEqual([act, models, expected]);
    return outcome.ok;
  };
  const takeOver = (replaces: string | undefined): void => {
    for (const row of models) if (row.no === replaces) row.state = 'changed';
  };
  switch (act.do) {
    case 'register': {
      const form = { person: PERSON, kind: 'resident', mdtrtarea_admdvs: act.to, approve: act.approve };
      const free = !models.some((row) => blocks(row) && row.to === act.to);
      const outcome = await registerFiling(world, form);
      if (agree(outcome, free)) {
        const state = act.approve ? 'approved' : 'applied';
        models.push({ no: outcome.value.trt_dcla_detl_sn, state, to: act.to });
      }
      return;
    }
    case 'change': {
      const free = !models.some(
        (row) => blocks(row) && ((row.to === act.to && row.no !== no) || (pending(row) && row.replaces === no)),
      );
      const outcome = await changeFiling(world, no, { mdtrtarea_admdvs: act.to, approve: act.approve });
      if (agree(outcome, may(target, ['approved']) && free)) {
        if (act.approve) takeOver(no);
        const state = act.approve ? 'approved' : 'applied';
        models.push({ no: outcome.value.trt_dcla_detl_sn, state, to: act.to, replaces: no });
      }
      return;
    }
    case 'review': {
      const outcome = await reviewFiling(world, no, { result: act.yes ? 'approved' : 'rejected' });
      const old = models.find((row) => row.no === target?.replaces);
      const stillThere = !act.yes || old === undefined || old.state === 'approved';
      if (agree(outcome, may(target, ['applied', 'accepted']) && stillThere) && target) {
        if (act.yes) takeOver(target.replaces);
        target.state = act.yes ? 'approved' : 'rejected';
      }
      return;
    }
    case 'cancel': {
      const can = may(target, ['applied', 'accepted', 'approved']);
      if (agree(await cancelFiling(world, no, {}), can) && target) target.state = 'cancelled';
      return;
    }
    case 'apply': {
      const outcome = await applyForQualification(world, { person: PERSON, dise_codg: DISEASE });
      if (agree(outcome, !models.some(blocks))) models.push({ no: outcome.value.trt_dcla_detl_sn, state: 'applied' });
      return;
    }
    case 'accept': {
      const can = may(target, ['applied']);
      if (agree(await acceptQualification(world, no, {}), can) && target) target.state = 'accepted';
      return;
    }
    case 'result': {
      const outcome = await decideQualification(world, no, { result: act.yes ? 'approved' : 'rejected' });
      if (agree(outcome, may(target, ['accepted'])) && target) target.state = act.yes ? 'approved' : 'rejected';
      return;
    }
    case 'terminate': {
      const can = may(target, ['approved']);
      if (agree(await terminateQualification(world, no, { reason: '伪造病历' }), can) && target) {
        target.state = 'terminated';
      }
      return;
    }
    case 'sleep':
      return;
  }
};

/** What the insured place says today to treatment in 深圳. */
const saidToday = (opened: TestWorld, med_type: '11' | '14'): string => {
  const { store, library, clock } = opened.world;
  const { psn_no } = opened.persona(PERSON);
  const { reader } = store;
  const claimant = {
    person: reader.person(psn_no),
    filings: reader.filings(psn_no),
    qualifications: reader.qualifications(psn_no),
    chosen: reader.chosenInstitutions(psn_no),
  };
  const demand = {
    insuplc: '610100', insutype: '310', mdtrtarea: '440300', fixmedins_code: HOSPITAL, med_type, dise_codg: DISEASE,
    day: dateOf(clock.now()),
  }; // prettier-ignore
  const found = eligibility(claimant, demand, library.diseases, { role: 'insured', place: '610100' });
  return isRefusal(found) ? found.refused : 'yes';
};

const statesKept = ({ world }: TestWorld, models: readonly Model[]) =>
  models.map(({ no }) => {
    const application = world.store.reader.application(no);
    return application && stateOf(application);
  });

/** Lets the acts happen, a sleep being a day, and looks after each of them. */
const live = async (
  acts: readonly Act[],
  look: (opened: TestWorld, models: readonly Model[]) => void,
  already?: typeof FILED,
) => {
  const opened = await openTestWorld();
  const { psn_no } = opened.persona(PERSON);
  if (already) await opened.add({ kind: 'filing.put', filing: { ...already, psn_no } });
  const models: Model[] = [];
  let day = '2026-09-01';
  for (const act of acts) {
    if (act.do === 'sleep') {
      day = addDays(day, 1);
      opened.setClock(`${day} 10:00:00`);
    }
    await doIt(opened, models, act);
    expect(statesKept(opened, models)).toEqual(models.map(({ state }) => state));
    look(opened, models);
  }
  expect(opened.defects).toEqual([]);
  await opened.close();
};

/** Which refusal the states of filings give: one that held was taken back, one is elsewhere, or there is none. */
const filingSaid = (models: readonly Model[], cancelledOnceHeld: ReadonlySet<string>): string => {
  const covers = ({ to: area }: Model) => area !== '510100';
  if (models.some((row) => row.state === 'approved' && covers(row))) return 'yes';
  if (models.some((row) => cancelledOnceHeld.has(row.no) && covers(row))) return 'filing-cancelled';
  return models.some((row) => row.state === 'approved') ? 'filing-elsewhere' : 'filing-missing';
};

it('filings: eligibility says what the states say', async () => {
  await fc.assert(
    fc.asyncProperty(filingActs, async (acts) => {
      const approved = new Set<string>();
      await live(acts, (opened, models) => {
        for (const { no, state } of models) if (state === 'approved') approved.add(no);
        const cancelled = models.filter(({ no, state }) => state === 'cancelled' && approved.has(no));
        expect(saidToday(opened, '11')).toBe(filingSaid(models, new Set(cancelled.map(({ no }) => no))));
      });
    }),
    { numRuns: 80 },
  );
});

it('qualifications: eligibility says what the states say', async () => {
  await fc.assert(
    fc.asyncProperty(qualificationActs, async (acts) => {
      await live(
        acts,
        (opened, models) => {
          const states = models.map(({ state }) => state);
          const expected = states.includes('approved')
            ? 'yes'
            : states.includes('terminated')
              ? 'entitlement-terminated'
              : 'entitlement-missing';
          expect(saidToday(opened, '14')).toBe(expected);
        },
        FILED,
      );
    }),
    { numRuns: 80 },
  );
});
