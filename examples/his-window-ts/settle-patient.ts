import {
  BATCH, cardInput, feeInput, registerInput, settleInput, settlementDoubt, totalOf, visitInput, type Visit,
} from './inputs.ts'; // prettier-ignore
import type { Answer, Doubt } from './ask.ts';
import { newMessage } from './message.ts';
import { persist, signIn } from './persist.ts';
import { inWords, settleSurely } from './settle-surely.ts';
import { settleWrongly } from './settle-wrongly.ts';
import { textAt } from './values.ts';
import type { State } from './book.ts';
import type { Patient, Window } from './window.ts';

/** How it ended: as the book says, or with the message that was refused before any money moved. */
export type Ending = { readonly state: State; readonly text: string };

/** Before money moves a message is tried so often. */
const TRIES_BEFORE = 8;

/** One patient at one window, from the card to the receipt: 9001, 1101, 2201, 2203, 2204, 2206, 2207. */
export const settlePatient = async (window: Window, patient: Patient): Promise<Ending> => {
  await signIn(window);
  const send = (infno: string, input: object, doubt?: Doubt): Promise<Answer> =>
    persist(window, newMessage(window, infno, patient.insuplc_admdvs, input), doubt, TRIES_BEFORE);

  const person = await send('1101', cardInput(window, patient), needs('baseinfo.psn_no'));
  if (person.kind !== 'done') return stopped('1101', person);
  return visitOf(window, patient, person.output, send);
};

type Send = (infno: string, input: object, doubt?: Doubt) => Promise<Answer>;

const visitOf = async (window: Window, patient: Patient, person: unknown, send: Send): Promise<Ending> => {
  const registered = await send('2201', registerInput(window, patient, person), needs('data.mdtrt_id'));
  if (registered.kind !== 'done') return stopped('2201', registered);
  const visit: Visit = {
    patient,
    psn_no: textAt(person, 'baseinfo.psn_no'),
    insutype: textAt(person, 'insuinfo.0.insutype'),
    mdtrt_id: textAt(registered.output, 'data.mdtrt_id'),
    total: totalOf(patient),
  };
  const steps = [
    ['2203', visitInput(window, visit), undefined],
    ['2204', feeInput(window, visit), needs('result.0.feedetl_sn')],
    ['2206', settleInput(visit), settlementDoubt(visit, '2206')],
  ] as const;
  for (const [infno, input, doubt] of steps) {
    const answer = await send(infno, input, doubt);
    if (answer.kind !== 'done') return stopped(infno, answer);
  }
  return settled(window, visit, () => visitOf(window, patient, person, send));
};

const settled = async (window: Window, visit: Visit, anew: () => Promise<Ending>): Promise<Ending> => {
  const settle = newMessage(window, '2207', visit.patient.insuplc_admdvs, settleInput(visit));
  const state =
    window.bug === undefined
      ? await settleSurely(window, visit, settle)
      : await settleWrongly[window.bug](window, visit, settle, async () => (await anew()).state);
  return { state, text: `就诊 ${visit.mdtrt_id} 批次 ${BATCH}：${WORDS[state]}` };
};

const WORDS: Readonly<Record<State, string>> = {
  paid: '已结算',
  reversed: '已冲正，患者自费或重新结算',
  'not-charged': '未结算，患者自费',
  unknown: '结果未知，转人工处理',
};

const needs =
  (path: string): Doubt =>
  (output) =>
    textAt(output, path) === '' ? `应答没有 ${path}` : undefined;

const stopped = (infno: string, answer: Answer): Ending => ({
  state: 'not-charged',
  text: `${infno} ${inWords(answer)}`,
});
