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

type Plot = Pick<Story, 'steps' | 'settlements' | 'rows'>;
type Told = { readonly verdict: VerdictName; readonly ago: number; readonly plot: (one: Made, two: Made) => Plot };

const lost = { seen: 'none' } as const;
const undone = ({ settled }: Made): LedgerSettlement => ({ ...settled, state: 'reversed' });

const plot = (steps: readonly Step[], settlements: readonly LedgerSettlement[], ...rows: readonly HisRow[]): Plot => ({
  steps,
  settlements,
  rows,
});

const told = (verdict: VerdictName, tale: Told['plot'], ago = OLD): Told => ({ verdict, ago, plot: tale });

/** All stories. Each is told by name in a failure. */
export const PLOTS: Readonly<Record<string, Told>> = {
  'settled and answered': told('consistent', (m) => plot([m.charge], [m.settled], row(m))),
  refused: told('consistent', (m) => plot([{ ...m.charge, says: 'not-done', changed: false }], [])),
  'lost, sent again': told('consistent', (m) =>
    plot(
      [
        { ...m.charge, ...lost },
        { ...m.charge, changed: false },
      ],
      [m.settled],
      row(m),
    ),
  ),
  'lost, learnt by a query': told('consistent', (m) => {
    const query: Step = { deed: 'ask', msgid: `Q${m.visit}`, tells: [m.settled.setl_id] };
    return plot([{ ...m.charge, ...lost }, query], [m.settled], row(m));
  }),
  'lost, reversed': told('consistent', (m) =>
    plot([{ ...m.charge, ...lost }, reversal(m)], [undone(m)], row(m, 'reversed')),
  ),
  'lost, nobody asks': told('orphan-on-platform', (m) => plot([{ ...m.charge, ...lost }], [m.settled])),
  'lost a moment ago': told('unresolved', (m) => plot([{ ...m.charge, ...lost }], [m.settled]), FRESH),
  'lost, charged again': told('double-charged', (m, n) =>
    plot([{ ...m.charge, ...lost }, n.charge], [m.settled, n.settled], row(n)),
  ),
  'sold twice, both answered': told('consistent', (m, n) =>
    plot([m.charge, n.charge], [m.settled, n.settled], row(m), row(n)),
  ),
  'altered answer, nobody asks': told('unresolved', (m) =>
    plot([{ ...m.charge, seen: 'doubtful' }], [m.settled], row(m, 'unknown')),
  ),
  'altered answer, reversed': told('consistent', (m) =>
    plot([{ ...m.charge, seen: 'doubtful' }, reversal(m)], [undone(m)]),
  ),
  'answered, reversed': told('reversed-known-success', (m) =>
    plot([m.charge, reversal(m)], [undone(m)], row(m, 'reversed')),
  ),
  'answered late, reversed': told('consistent', (m) => plot([{ ...m.charge, seen: 'late' }, reversal(m)], [undone(m)])),
  'reversed twice': told('reversed-twice', (m) => {
    const again = reversal(m, { msgid: `RR${m.visit}`, changed: false });
    return plot([{ ...m.charge, ...lost }, reversal(m), again], [undone(m)]);
  }),
  'reversal lost and sent again': told('consistent', (m) =>
    plot([{ ...m.charge, ...lost }, reversal(m, lost), reversal(m)], [undone(m)]),
  ),
  'never arrived, reversed': told('consistent', (m) => {
    const nothing = { says: 'not-done', changed: false, refusal: 'original-unknown' } as const;
    return plot([{ ...m.charge, ...lost, says: 'unknown', changed: false }, reversal(m, nothing)], []);
  }),
  'answered, taken back by the platform': told('orphan-in-his', (m) => plot([m.charge], [undone(m)], row(m))),
  'answered late, taken back by the platform': told('unresolved', (m) =>
    plot([{ ...m.charge, seen: 'late' }], [undone(m)], row(m, 'reversed')),
  ),
  refunded: told('consistent', (m) => {
    const { step, row: refund } = refundOf(m);
    return plot([m.charge, step], [{ ...m.settled, state: 'refunded' }, refund], row(m, 'refunded'));
  }),
  'refund lost, nobody asks': told('orphan-in-his', (m) => {
    const { step, row: refund } = refundOf(m);
    return plot([m.charge, { ...step, ...lost }], [{ ...m.settled, state: 'refunded' }, refund], row(m));
  }),
};

/** A story told for a seed. */
export const tell = (name: string, seed: Seed): Story => {
  const tale = PLOTS[name];
  if (!tale) throw new Error(`no story ${name}`);
  return { name, verdict: tale.verdict, ago: tale.ago, ...tale.plot(made(seed), made(seed, 'b')) };
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
