import type { Output as Settled } from '../../../src/platform/domain/national/1107.gen.ts';
import type { Output as SignedIn } from '../../../src/platform/transactions/hospital/9001-sign-in/wire.gen.ts';
import { must } from '../../../src/kernel/assert.ts';
import { catalogue } from '../../../src/platform/transactions/catalogue.ts';
import { audit, opening } from '../../support/audit.ts';
import type { Values } from '../../support/example-of.ts';
import { nationalClaim } from '../../support/national-claim.ts';
import { valuesOf } from '../../support/play-catalogue.ts';
import { openWindow, type Window } from '../../support/window.ts';
import { HOSPITAL, openTestWorld, type TestWorld, type TestWorldOptions } from '../../support/world.ts';
import type { Living } from './field-values.ts';

/** A workspace in the middle of its day, and what must be true of it at the end. */
export type LivingWorld = {
  readonly world: TestWorld;
  /**
   * Does the next person's business at a door and tells the values that messages may name now. Fuzzing wears them out:
   * a settled batch is refunded, an open one withdrawn.
   */
  readonly work: (door: 'hospital' | 'national') => Promise<Living>;
  /** Sentences about what is wrong: defects first, then the books. */
  readonly faults: () => string[];
};

/**
 * The transactions of the two doors: the insured place answers only what the national node relays, the credential door
 * has an envelope and a fuzz of its own.
 */
export const callable = catalogue.flatMap(({ door, infno }) =>
  door === 'insured' || door === 'credential' ? [] : [[`${door}/${infno}`, { door, infno }] as const],
);

type Somebody = { readonly persona: string; readonly dise_codg: string };

const PEOPLE: readonly Somebody[] = [
  { persona: 'xian-acceptance-worker', dise_codg: 'M06900' },
  { persona: 'nanjing-retiree-over-70-copd', dise_codg: 'M05300' },
  { persona: 'xian-resident-serious-illness', dise_codg: 'M07801' },
];

/** What the person shows and has: the same at both doors. */
const ofPerson = (world: TestWorld, { persona, dise_codg }: Somebody): Living => {
  const { psn_no, certno, insutype, insuplc, card_no, card_sn } = valuesOf(world, persona, HOSPITAL);
  return {
    psn_no: [psn_no],
    certno: [certno],
    ssn: [certno],
    insutype: [insutype],
    insuplc: [insuplc],
    mdtrt_cert_type: ['03'],
    mdtrt_cert_no: [card_no],
    card_sn: [card_sn],
    fixmedins_code: [HOSPITAL],
    med_type: ['14'],
    dise_codg: [dise_codg],
    begntime: ['2026-09-01 09:00:00'],
    acct_used_flag: ['0', '1'],
  };
};

/** One batch settled, one refunded, two open, and one visit on which nothing hangs. */
const workAtWindow = async (world: TestWorld, somebody: Somebody, round: number): Promise<Living> => {
  const window = await openWindow(world, somebody);
  const { psn_no, mdtrt_id } = window;
  const msgids = ['S1', 'S2', 'R2'].map((name) => `${psn_no}${name}R${round}`);
  const [first = '', second = '', refund = ''] = msgids;
  const settle: Window['settle'] = (batch, yuan, msgid) =>
    window.upload(batch, yuan).then(() => window.settle(batch, yuan, msgid));
  const settled = await settle('B1', 1000, first);
  const refunded = await settle('B2', 500, second);
  await window.refund(refunded.output.setlinfo.setl_id, refund);
  await window.upload('B3', 10);
  await window.upload('B4', 10);
  const signedIn = await world.call<SignedIn>('9001', { signIn: { opter_no: 'S001' } });
  const empty = await openWindow(world, somebody);
  return {
    ...ofPerson(world, somebody),
    mdtrt_id: [mdtrt_id, mdtrt_id, mdtrt_id, empty.mdtrt_id],
    ipt_otp_no: ['OP0001'],
    chrg_bchno: ['B1', 'B2', 'B3', 'B3', 'B4', 'B4', 'B5', '0000'],
    setl_id: [settled.output.setlinfo.setl_id, refunded.output.setlinfo.setl_id],
    omsgid: msgids,
    oinfno: ['2207', '2208'],
    med_list_codg: ['003107010210000', 'XC08CAA321A001010199001', 'NOT-IN-THE-CATALOGUE'],
    medfee_sumamt: [10, '10.00', 500],
    det_item_fee_sumamt: [10, '10.00'],
    cnt: [1, 2],
    pric: [10, 5],
    sign_no: [signedIn.output.signinoutb.sign_no],
    type: ['insutype', 'MED_TYPE', 'gend'],
    fixmedins_type: ['1'],
  };
};

/** What uploads, downloads and queries of provinces speak of. */
const ofLists = (insuplc: string | undefined): Living => ({
  admdvs: ['440300'],
  fixmedins_type: ['1'],
  out_onln_open_type: ['1', '2'],
  fix_onln_open_flag: ['1'],
  vali_flag: ['1', '0'],
  opsp_dise_code: ['M03900', 'M05300', 'M06900'],
  begndate: ['2026-01-01'],
  enddate: ['2026-12-31', null],
  startrow: [1, 2, 101, null],
  issu_admdvs: [insuplc],
});

/**
 * The numbers that fuzzed messages of a province may name are its own: those of the hospital's visits are not among
 * them.
 */
const workAsProvince = async (world: TestWorld, { persona, dise_codg }: Somebody, round: number): Promise<Living> => {
  const own: Values = { ...valuesOf(world, persona, HOSPITAL), mdtrtarea: '440300', dise_codg };
  const { insuplc } = own;
  const numbers = ['1', '2', '3', '4'].map((number) => `440300${own['psn_no']?.slice(-4) ?? ''}R${round}-${number}`);
  const [mdtrtsn = ''] = numbers;
  const settled = await world.national<Settled>('1107', nationalClaim({ ...own, mdtrtsn }), { msgid: mdtrtsn });
  return {
    ...ofPerson(world, { persona, dise_codg }),
    mdtrtarea: ['440300'],
    mdtrt_regno: [null],
    mdtrtsn: numbers,
    setl_sn: [settled.output.setlinfo.setl_sn],
    omsgid: numbers,
    oinfno: ['1107', '1203'],
    medfee_sumamt: [1000], inscp_scp_amt: [950], preselfpay_amt: [50], fulamt_ownpay_amt: [0], overlmt_selfpay: [0],
    amt: [1000], overlmt_amt: [0], cnt: [1], pric: [1000],
    ...ofLists(insuplc),
  }; // prettier-ignore
};

export const openLivingWorld = async (options: TestWorldOptions = {}): Promise<LivingWorld> => {
  const world = await openTestWorld(options);
  const { reader } = world.world.store;
  const start = opening(reader);
  const hospital = reader.institution(HOSPITAL);
  must(hospital, 'the seeds have the hospital');
  let round = 0;
  return {
    world,
    work: async (door) => {
      round += 1;
      // A fuzzed 1603 or 1620 may have closed it.
      await world.add({ kind: 'institution.put', institution: hospital });
      const somebody = PEOPLE[round % PEOPLE.length];
      must(somebody, 'the remainder is an index');
      return door === 'hospital' ? workAtWindow(world, somebody, round) : workAsProvince(world, somebody, round);
    },
    faults: () => [
      ...world.defects.map((defect) => (defect instanceof Error ? (defect.stack ?? defect.message) : String(defect))),
      ...audit(reader, start),
    ],
  };
};
