import { asFen, type Fen } from '../../../../src/kernel/money.ts';
import type { HisRow } from '../../../../src/platform/features/verdict/types/his-book.ts';
import type {
  Deed,
  Ledger,
  LedgerEvent,
  LedgerSettlement,
} from '../../../../src/platform/features/verdict/types/ledger.ts';
import type { VerdictName } from '../../../../src/platform/features/verdict/types/verdict.ts';

export const HOSPITAL = 'H44030099001';
export const NOW = 1_000_000_000_000;

/** Moments before now, in seconds: long ago, or within T. */
export const OLD = 7200;
export const FRESH = 60;

/** A step of a story: who does what, and what came of it. Numbers and times are filled in when stories are mixed. */
export type Step = Partial<LedgerEvent> & { readonly deed: Deed; readonly msgid: string };

/** A story with a known end: what the HIS did, what stands in the platform's book, and in its own. */
export type Story = {
  readonly name: string;
  readonly verdict: VerdictName;
  readonly ago: number;
  readonly steps: readonly Step[];
  readonly settlements: readonly LedgerSettlement[];
  /** The HIS's own book, where it is one that it could have. */
  readonly rows: readonly HisRow[];
};

const INFNO: Readonly<Record<Deed, string>> = {
  charge: '2207',
  refund: '2208',
  reverse: '2601',
  ask: '5203',
  other: '2204',
};

/** One event; unless said otherwise of success, its answer whole. */
export const event = (step: Step, seq: number, at: number): LedgerEvent => ({
  seq, at,
  trace: `T${seq}`,
  infno: INFNO[step.deed],
  fixmedins_code: HOSPITAL,
  says: 'done',
  changed: true,
  seen: 'whole',
  faults: [],
  copied: false,
  tells: [],
  ...step,
}); // prettier-ignore

/** What makes one story: a visit, a message number, an amount of its own. */
export type Seed = { readonly id: number; readonly amount: number };

type Made = { readonly visit: string; readonly fen: Fen; readonly charge: Step; readonly settled: LedgerSettlement };

const made = ({ id, amount }: Seed, second = ''): Made => {
  const visit = `V${id}${second}`;
  const fen = asFen(amount);
  const about = { mdtrt_id: visit, chrg_bchno: 'B1', psn_no: `P${id}` };
  const msgid = `C${id}${second}`;
  return {
    visit,
    fen,
    charge: { deed: 'charge', msgid, amount: fen, ...about },
    settled: {
      setl_id: `S${id}${second}`, state: 'effective', infno: '2207', msgid, fixmedins_code: HOSPITAL, amount: fen,
      content: `P${id} ${amount}`, ...about,
    },
  }; // prettier-ignore
};

const reversal = ({ charge }: Made, more: Partial<LedgerEvent> = {}): Step => ({
  deed: 'reverse',
  msgid: `R${charge.msgid}`,
  original: { infno: '2207', msgid: charge.msgid },
  ...more,
});

const refundOf = ({ settled, fen }: Made): { readonly step: Step; readonly row: LedgerSettlement } => ({
  step: { deed: 'refund', msgid: `F${settled.msgid}`, setl_id: settled.setl_id, mdtrt_id: settled.mdtrt_id },
  row: {
    ...settled, setl_id: `${settled.setl_id}F`, refundOf: settled.setl_id, infno: '2208', msgid: `F${settled.msgid}`,
    amount: asFen(-fen),
  },
}); // prettier-ignore

const row = ({ settled, fen }: Made, state: HisRow['state'] = 'paid'): HisRow => ({
  fixmedins_code: HOSPITAL,
  setl_id: settled.setl_id,
  medfee_sumamt: fen,
  state,
});

type Plot = (seed: Seed) => Omit<Story, 'name' | 'verdict' | 'ago'>;
type Told = { readonly verdict: VerdictName; readonly ago: number; readonly plot: Plot };

const lost = { seen: 'none' } as const;

/** All stories. Each is told by name in a failure. */
export const PLOTS: Readonly<Record<string, Told>> = {
  'settled and answered': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [m.charge], settlements: [m.settled], rows: [row(m)] }; },
  },
  'refused': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => ({ steps: [{ ...made(seed).charge, says: 'not-done', changed: false }], settlements: [], rows: [] }),
  },
  'lost, sent again': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, ...lost }, { ...m.charge, changed: false }], settlements: [m.settled], rows: [row(m)] }; },
  },
  'lost, learnt by a query': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, ...lost }, { deed: 'ask', msgid: `Q${seed.id}`, tells: [m.settled.setl_id] }], settlements: [m.settled], rows: [row(m)] }; },
  },
  'lost, reversed': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, ...lost }, reversal(m)], settlements: [{ ...m.settled, state: 'reversed' }], rows: [row(m, 'reversed')] }; },
  },
  'lost, nobody asks': {
    verdict: 'orphan-on-platform', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, ...lost }], settlements: [m.settled], rows: [] }; },
  },
  'lost a moment ago': {
    verdict: 'unresolved', ago: FRESH,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, ...lost }], settlements: [m.settled], rows: [] }; },
  },
  'lost, charged again': {
    verdict: 'double-charged', ago: OLD,
    plot: (seed) => { const [m, n] = [made(seed), made(seed, 'b')]; return { steps: [{ ...m.charge, ...lost }, n.charge], settlements: [m.settled, n.settled], rows: [row(n)] }; },
  },
  'sold twice, both answered': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const [m, n] = [made(seed), made(seed, 'b')]; return { steps: [m.charge, n.charge], settlements: [m.settled, n.settled], rows: [row(m), row(n)] }; },
  },
  'altered answer, nobody asks': {
    verdict: 'unresolved', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, seen: 'doubtful' }], settlements: [m.settled], rows: [row(m, 'unknown')] }; },
  },
  'altered answer, reversed': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, seen: 'doubtful' }, reversal(m)], settlements: [{ ...m.settled, state: 'reversed' }], rows: [] }; },
  },
  'answered, reversed': {
    verdict: 'reversed-known-success', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [m.charge, reversal(m)], settlements: [{ ...m.settled, state: 'reversed' }], rows: [row(m, 'reversed')] }; },
  },
  'answered late, reversed': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, seen: 'late' }, reversal(m)], settlements: [{ ...m.settled, state: 'reversed' }], rows: [] }; },
  },
  'reversed twice': {
    verdict: 'reversed-twice', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, ...lost }, reversal(m), reversal(m, { msgid: `RR${seed.id}`, changed: false })], settlements: [{ ...m.settled, state: 'reversed' }], rows: [] }; },
  },
  'reversal lost and sent again': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const m = made(seed); return { steps: [{ ...m.charge, ...lost }, reversal(m, lost), reversal(m)], settlements: [{ ...m.settled, state: 'reversed' }], rows: [] }; },
  },
  'refunded': {
    verdict: 'consistent', ago: OLD,
    plot: (seed) => { const m = made(seed); const f = refundOf(m); return { steps: [m.charge, f.step], settlements: [{ ...m.settled, state: 'refunded' }, f.row], rows: [row(m, 'refunded')] }; },
  },
  'refund lost, nobody asks': {
    verdict: 'orphan-in-his', ago: OLD,
    plot: (seed) => { const m = made(seed); const f = refundOf(m); return { steps: [m.charge, { ...f.step, ...lost }], settlements: [{ ...m.settled, state: 'refunded' }, f.row], rows: [row(m)] }; },
  },
}; // prettier-ignore

/** A story told for a seed. */
export const tell = (name: string, seed: Seed): Story => {
  const told = PLOTS[name];
  if (!told) throw new Error(`no story ${name}`);
  return { name, verdict: told.verdict, ago: told.ago, ...told.plot(seed) };
};

/** Stories that happened at the same time: their steps keep their order, whose is next says `turns`. */
export const mixed = (stories: readonly Story[], turns: readonly number[]): Ledger => {
  const left = stories.map(({ steps, ago }) => ({ steps: [...steps], ago }));
  const events: LedgerEvent[] = [];
  for (let turn = 0; left.some(({ steps }) => steps.length > 0); turn += 1) {
    const open = left.filter(({ steps }) => steps.length > 0);
    const story = open[(turns[turn % turns.length] ?? 0) % open.length];
    const step = story?.steps.shift();
    if (story && step) events.push(event(step, events.length + 1, NOW - story.ago * 1000 + events.length));
  }
  return { now: NOW, events, settlements: stories.flatMap(({ settlements }) => settlements) };
};
