import { placeOf } from '../../src/kernel/admdvs.ts';
import { must } from '../../src/kernel/assert.ts';
import { dateTimeOf } from '../../src/kernel/civil-time.ts';
import type { Definition } from '../../src/platform/dispatch/definition.ts';
import { catalogue } from '../../src/platform/transactions/catalogue.ts';
import { makeBatch } from '../../src/platform/features/voucher/make/make-batch.ts';
import { passAMinute } from './voucher-desk.ts';
import { exampleOf, type Values } from './example-of.ts';
import { NATIONAL_INPUTS } from './national-claim.ts';
import { HOSPITAL, type Answer, type TestWorld } from './world.ts';

/** A message of a transaction and what it was answered. */
export type Played = { readonly definition: Definition; readonly input: object; readonly answer: Answer };

/** One person at one institution, and the messages that go between them, in order. */
export type Act = {
  readonly persona: string;
  readonly institution: string;
  readonly door: 'hospital' | 'national' | 'credential';
  readonly infnos: readonly string[];
  readonly with?: Values;
  /** Of the messages those that are answered no, whatever they say: abolished transactions. */
  readonly refused?: readonly string[];
  /** Where time must go on before a message. */
  readonly clockBefore?: Readonly<Record<string, string>>;
};

/** All of them together send every transaction of the doors at least once. */
export const ACTS: readonly Act[] = [
  {
    persona: 'xian-worker-hypertension-diabetes',
    institution: HOSPITAL,
    door: 'hospital',
    infnos: [
      '9001', '1101', '1201', '1901', '2001', '2201', '2202', '2201', '2203', '2203A', '2204', '2206', '2206A', '2205',
      '2204', '2207', '2601', '2207A', '5201', '5202', '5205', '5206', '5301', '5302', '5303', '2208', '9002',
      '3201', '9101', '3202', '3203', '3204', '3260', '2172',
      '2173', '2174', '2175', '2176',
    ],
    refused: ['3203', '3204'],
  },
  // A voucher of that settlement, made and checked in between.
  {
    persona: 'xian-worker-hypertension-diabetes',
    institution: HOSPITAL,
    door: 'hospital',
    infnos: ['2201', '2203', '2204', '2207', '4901', '4902', '5501', '4905'],
  },
  // Persons from other provinces cannot be read back afterwards: 5203 and 5204 are asked at home.
  {
    persona: 'xian-resident-hypertension',
    institution: 'H61010099001',
    door: 'hospital',
    infnos: ['2201', '2203', '2204', '2207', '5203', '5204'],
  },
  { persona: 'shenzhen-worker-thalassemia', institution: HOSPITAL, door: 'hospital', infnos: ['90100'] },
  // What was settled in September is confirmed in the first days of October.
  {
    persona: 'xian-worker-hypertension-diabetes',
    institution: HOSPITAL,
    door: 'hospital',
    infnos: ['2201', '2203', '2204', '2207', '3261', '3262'],
    clockBefore: { 3261: '2026-10-05 10:00:00' },
  },
  // What a hospital sends for a person is business of the person's own province.
  {
    persona: 'xian-worker-no-filing',
    institution: 'H61010099001',
    door: 'hospital',
    infnos: ['2501', '5304', '2502', '2503', '2504', '2505', '2506'],
  },
  {
    persona: 'shenzhen-worker-thalassemia',
    institution: HOSPITAL,
    door: 'hospital',
    infnos: ['1312', '1316', '1318', '1319', '3301', '1317', '3302'],
  },
  {
    persona: 'shenzhen-worker-thalassemia',
    institution: HOSPITAL,
    door: 'hospital',
    infnos: ['1301', '1302', '1303', '1305', '1306', '1307', '1308', '1309', '1310', '1311', '9102'],
  },
  {
    persona: 'nanjing-worker-rheumatoid',
    institution: HOSPITAL,
    door: 'national',
    infnos: ['1406', '1005', '1106', '1107', '1203', '1301', '1404'],
    with: { mdtrtarea: '440300', mdtrtsn: '440300GOLDEN0001', dise_codg: 'M06900', oinfno: '1203' },
  },
  // What provinces upload for each other; cards without a PSAM.
  {
    persona: 'nanjing-worker-rheumatoid',
    institution: HOSPITAL,
    door: 'national',
    infnos: ['1603', '1803', '1620', '1840', '1610', '1824', '1625', '1825', '1903', '1904'],
  },
  // A card without a PSAM, at a window whose readers have none.
  {
    persona: 'xian-worker-hypertension-diabetes',
    institution: 'H44030099004',
    door: 'hospital',
    infnos: ['9201'],
  },
  {
    persona: 'xian-worker-hypertension-diabetes',
    institution: HOSPITAL,
    door: 'credential',
    infnos: [
      'ec.query', 'cn.nhsa.qrcode.get', 'cn.nhsa.ec.auth', 'cn.nhsa.auth.check', 'cn.nhsa.cert.get',
      'localEcTokenCheck', 'cn.nhsa.settle.notify',
    ],
    with: { ec_qr_code: '0000000000000000000000000001' },
  },
]; // prettier-ignore

/** 氨氯地平片, 甲类: what the examples upload. */
const ITEM = 'XC08CAA321A001010199001';

/** The values of a person's own that examples ask for. */
export const valuesOf = (world: TestWorld, persona: string, fixmedins_code: string): Values => {
  const person = world.persona(persona);
  const [insurance] = person.insurances;
  must(insurance, `${persona} is insured`);
  const institution = world.world.store.reader.institution(fixmedins_code);
  must(institution, `${fixmedins_code} is an institution of the seeds`);
  return {
    psn_no: person.psn_no,
    certno: person.certno,
    psn_name: person.psn_name,
    insutype: insurance.insutype,
    insuplc: insurance.insuplc_admdvs,
    insuplc_admdvs: insurance.insuplc_admdvs,
    mdtrtarea_admvs: placeOf(institution.admdvs),
    fixmedins_code,
    fixmedins_name: institution.fixmedins_name,
    item: ITEM,
    now: dateTimeOf(world.world.clock.now()),
    ...(person.card && { card_no: person.card.card_no, card_sn: person.card.card_sn }),
    ...(person.ec_token !== undefined && { ec_token: person.ec_token }),
  };
};

/** The numbers that answers hand out. */
type Numbers = {
  readonly data?: { readonly mdtrt_id?: string; readonly mdtrt_regno?: string };
  readonly setlinfo?: { readonly setl_id?: string; readonly setl_sn?: string; readonly setl_time?: string };
  readonly result?: readonly { readonly trt_dcla_detl_sn?: string }[];
  readonly ecToken?: string;
  readonly authNo?: string;
  readonly file_qury_no?: string;
};

/** What later messages of the act name of an answer. */
const learned = (infno: string, msgid: string, { output }: Answer): Values => {
  const {
    data = {},
    setlinfo = {},
    result = [],
    ecToken = '',
    authNo = '',
    file_qury_no = '',
  } = (output ?? {}) as Numbers;
  if (infno === '2201') return { mdtrt_id: data.mdtrt_id ?? '' };
  if (infno === '2207' || infno === '2207A') {
    return { setl_id: setlinfo.setl_id ?? '', setl_time: setlinfo.setl_time ?? '', msgid };
  }
  if (infno === '9101') return { file_qury_no };
  if (infno === '1005') return { mdtrt_regno: data.mdtrt_regno ?? '' };
  if (infno === 'ec.query') return { ec_token: ecToken, ec_qr_code: '0000000000000000000000000002' };
  if (infno === 'cn.nhsa.ec.auth') return { authNo };
  if (infno === '1107') return { setl_sn: setlinfo.setl_sn ?? '' };
  if (['2501', '2503', '2505'].includes(infno)) return { trt_dcla_detl_sn: result[0]?.trt_dcla_detl_sn ?? '' };
  return infno === '1203' ? { omsgid: msgid } : {};
};

/** What a voucher of the settlement says; once it is uploaded, it is checked. What comes again has its own batch. */
const aboutVouchers = async (world: TestWorld, infno: string, values: Values): Promise<Values> => {
  if (infno === '4902') return { upldBchno: '2026090100002' };
  if (infno === '4901') await passAMinute(world);
  if (infno !== '2207') return {};
  const wanted = { settlements: [values['setl_id'] ?? ''], kind: 'settled', mode: '1', again: false } as const;
  const made = makeBatch(world.world.store.reader, wanted, world.world.clock.now());
  must(made.ok, 'a voucher can be made of a settlement');
  const { upldDetlList, ...input } = JSON.parse(made.value.input) as { upldDetlList: Values[] } & Values;
  const texts = Object.entries({ ...upldDetlList[0], ...input }).map(([code, value]) => [code, String(value)]);
  return Object.fromEntries(texts) as Values;
};

const definitionOf = (door: string, infno: string): Definition => {
  const found = catalogue.find((row) => row.door === door && row.infno === infno);
  must(found, `the catalogue has ${door}/${infno}`);
  return found;
};

/** The input of a transaction: its first example, or the template of a province. */
export const inputOf = (definition: Definition, values: Values): object => {
  if (definition.examples.length > 0) return exampleOf(definition, values);
  const template = NATIONAL_INPUTS[definition.infno];
  must(template, `a province has a template for ${definition.infno}: test/support/national-claim.ts`);
  return template(values);
};

type Send = (world: TestWorld, ...message: Required<Parameters<TestWorld['call']>>) => Promise<Answer>;

/** How each door is spoken to; the credential door's answer is told like the others'. */
const senders: Readonly<Record<Act['door'], Send>> = {
  hospital: (world, ...message) => world.call(...message),
  national: (world, ...message) => world.national(...message),
  credential: async (world, transType, data, { fixmedins_code }) => {
    const answer = await world.credential(transType, data, { orgId: fixmedins_code });
    const { code, message, bytes, violations } = answer;
    const err_msg = code === 0 ? null : message;
    return { infcode: code, err_msg, warn_msg: null, output: answer.data as unknown, bytes, violations };
  },
};

/** The person has the app open twice and stands before the terminal. */
const holdOut = (world: TestWorld, psn_no: string): Promise<void> => {
  const now = world.world.clock.now();
  const shown = (code: string, medium: 'qr' | 'face') =>
    ({ kind: 'shown.put', shown: { code, medium, psn_no, at: HOSPITAL, from: now, until: now + 60_000 } }) as const;
  return world.add(
    shown('0000000000000000000000000001', 'qr'),
    shown('0000000000000000000000000002', 'qr'),
    shown('face', 'face'),
  );
};

/** Plays an act with the examples of the definitions. Throws at the first message that is refused unawares. */
export const playAct = async (world: TestWorld, act: Act): Promise<Played[]> => {
  const { persona, institution, door, infnos } = act;
  let values: Values = { ...valuesOf(world, persona, institution), ...act.with };
  const played: Played[] = [];
  if (door === 'credential') await holdOut(world, values['psn_no'] ?? '');
  for (const [index, infno] of infnos.entries()) {
    const definition = definitionOf(door, infno);
    const moment = act.clockBefore?.[infno];
    if (moment !== undefined) world.setClock(moment);
    const input = inputOf(definition, values);
    const msgid = `${institution}20260901100000${String(index + 1).padStart(4, '0')}`;
    const envelope = { msgid, fixmedins_code: institution, insuplc_admdvs: values['insuplc'] };
    const answer = await senders[door](world, infno, input, envelope);
    const expected = act.refused?.includes(infno) === true ? -1 : 0;
    must(answer.infcode === expected, `${door}/${infno} answers ${expected}, not: ${String(answer.err_msg)}`);
    values = { ...values, ...learned(infno, msgid, answer) };
    if (infnos.includes('4901')) values = { ...values, ...(await aboutVouchers(world, infno, values)) };
    played.push({ definition, input, answer });
  }
  return played;
};
