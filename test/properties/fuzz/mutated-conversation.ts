import fc, { type Arbitrary } from 'fast-check';
import { valuesOf } from '../../support/play-catalogue.ts';
import { HOSPITAL, type Answer, type TestWorld } from '../../support/world.ts';
import { mutated } from './mutated.ts';

/**
 * What happens to one message of a conversation; a message that was changed and refused is sent once more as it
 * should be.
 */
export type Mishap = {
  readonly step: number;
  readonly kind: 'change' | 'change envelope' | 'skip' | 'repeat';
  readonly way: readonly number[];
  readonly value: unknown;
};

/** A visit at a window, from the card to the reversal. */
export type Conversation = {
  readonly persona: string;
  readonly dise_codg: string;
  readonly yuan: number;
  readonly mishaps: readonly Mishap[];
};

const PATIENTS = [
  { persona: 'xian-acceptance-retiree', dise_codg: 'M08300' },
  { persona: 'nanjing-worker-deductible-nearly-used', dise_codg: 'M03900' },
  { persona: 'xian-civil-servant-pool-nearly-used', dise_codg: 'M00500' },
  { persona: 'nanjing-resident-extreme-poverty', dise_codg: 'M05300' },
];

const STEPS = ['1101', '2201', '2203', '2204', '2206', '2207', '2208', '2601', '2601'] as const;

export const conversations = (values: Arbitrary<unknown>): Arbitrary<Conversation> =>
  fc
    .record({
      patient: fc.constantFrom(...PATIENTS),
      fen: fc.integer({ min: 1, max: 3_000_000 }),
      mishaps: fc.array(
        fc.record<Mishap>({
          step: fc.nat(STEPS.length - 1),
          kind: fc.constantFrom('change', 'change', 'change', 'change envelope', 'skip', 'repeat'),
          way: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
          value: values,
        }),
        { maxLength: 5 },
      ),
    })
    .map(({ patient, fen, mishaps }) => ({ ...patient, yuan: fen / 100, mishaps }));

/** What the conversation has learned so far. */
type Known = { mdtrt_id?: string; setl_id?: string };

type Talk = { readonly world: TestWorld; readonly of: Conversation; readonly name: string; readonly known: Known };

/** The input of a step as it should be. */
const inputOf = ({ world, of, name, known }: Talk, step: number): object => {
  const { psn_no, insutype, card_no, card_sn } = valuesOf(world, of.persona, HOSPITAL);
  const { mdtrt_id, setl_id } = known;
  const card = { mdtrt_cert_type: '03', mdtrt_cert_no: card_no, card_sn };
  const disease = { dise_codg: of.dise_codg, dise_name: '病种' };
  const claim = { psn_no, mdtrt_id, insutype, ...card, med_type: '14', chrg_bchno: 'B1', medfee_sumamt: of.yuan };
  const line = {
    feedetl_sn: '1', mdtrt_id, psn_no, chrg_bchno: 'B1', ...disease, med_list_codg: '003107010210000',
    medins_list_codg: 'HIS1', det_item_fee_sumamt: of.yuan, cnt: 1, pric: of.yuan,
  }; // prettier-ignore
  const diagnosis = { diag_type: '1', diag_srt_no: 1, diag_code: 'I10', diag_name: '诊断', vali_flag: '1' };
  const inputs: readonly object[] = [
    { data: card },
    { data: { psn_no, insutype, ipt_otp_no: 'OP1', begntime: '2026-09-01 09:30:00', ...card } },
    {
      mdtrtinfo: { mdtrt_id, psn_no, med_type: '14', begntime: '2026-09-01 09:30:00', ...disease },
      diseinfo: [diagnosis],
    },
    { feedetail: [line] },
    { data: claim },
    { data: { ...claim, acct_used_flag: '1', invono: 'FP1' } },
    { data: { psn_no, mdtrt_id, setl_id } },
    { data: { psn_no, omsgid: `${name}-6`, oinfno: '2208' } },
    { data: { psn_no, omsgid: `${name}-5`, oinfno: '2207' } },
  ];
  return inputs[step] ?? {};
};

const envelopeOf = ({ world, of, name }: Talk, step: number): Record<string, unknown> => ({
  msgid: `${name}-${step}`,
  mdtrtarea_admvs: '440300',
  insuplc_admdvs: valuesOf(world, of.persona, HOSPITAL)['insuplc'],
  fixmedins_code: HOSPITAL,
  inf_time: '2026-09-01 10:00:00',
  sign_no: null,
});

type Numbers = {
  readonly data?: { readonly mdtrt_id?: string };
  readonly setlinfo?: { readonly setl_id?: string; readonly medfee_sumamt: number };
};

const learn = (known: Known, { output }: Answer): void => {
  const { data, setlinfo } = (output ?? {}) as Numbers;
  if (data?.mdtrt_id !== undefined) known.mdtrt_id = data.mdtrt_id;
  if (setlinfo?.setl_id !== undefined && setlinfo.medfee_sumamt > 0) known.setl_id = setlinfo.setl_id;
};

/** Holds the conversation and returns every answer of it, with those that a repetition should have repeated. */
export const hold = async (world: TestWorld, of: Conversation, name: string) => {
  const talk: Talk = { world, of, name, known: {} };
  const answers: Answer[] = [];
  const unequal: string[] = [];
  const say = async (step: number, input: unknown, envelope: Record<string, unknown>): Promise<Answer> => {
    const answer = await world.call(STEPS[step] ?? '', input, envelope);
    answers.push(answer);
    learn(talk.known, answer);
    return answer;
  };
  const isQuery = (step: number) => STEPS[step] === '1101' || STEPS[step] === '2206';

  for (const step of STEPS.keys()) {
    const happened = of.mishaps.filter((mishap) => mishap.step === step);
    if (happened.some(({ kind }) => kind === 'skip')) continue;
    let input: unknown = inputOf(talk, step);
    let envelope: unknown = envelopeOf(talk, step);
    for (const mishap of happened) {
      if (mishap.kind === 'change') input = mutated(input, mishap);
      if (mishap.kind === 'change envelope') envelope = mutated(envelope, mishap);
    }
    const first = await say(step, input, envelope as Record<string, unknown>);
    if (first.infcode !== 0)
      await say(step, inputOf(talk, step), { ...envelopeOf(talk, step), msgid: `${name}-${step}` });
    if (first.infcode === 0 && !isQuery(step) && happened.some(({ kind }) => kind === 'repeat')) {
      const again = await say(step, input, envelope as Record<string, unknown>);
      if (again.bytes !== first.bytes) unequal.push(`${STEPS[step] ?? ''}: ${first.bytes} and ${again.bytes}`);
    }
  }
  return { answers, unequal };
};
