import type { CivilDateTime } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { ACTS, type Act } from './acts.ts';
import { textAt, valueAt } from './answer-values.ts';
import type { Bill } from './bill.ts';
import type { Check } from './checks.ts';
import { envelopeOf, messageNumber, type Hospital } from './envelope.ts';
import { httpCall, type Unreachable } from './http-call.ts';
import { soFarOf, type Brought, type Exchanged } from './so-far.ts';

/** Where and by whom the play is played. */
export type Stage = Brought & {
  /** Address of the hospital door without the number of the transaction: `http://127.0.0.1:8686/fsi/api`. */
  readonly door: string;
  readonly hospital: Hospital;
  /** Where the patient is insured 参保地. */
  readonly insuplc_admdvs: string;
  /** Time of the first message; later ones carry the time of the answer before. */
  readonly now: CivilDateTime;
  /** Last four digits of the first msgid. */
  readonly firstSerial: number;
};

/** A message that was sent, what came back, and what was found of it. */
export type Step = {
  readonly key: string;
  readonly infno: string;
  readonly title: string;
  readonly msgid: string;
  readonly infcode: number;
  readonly err_msg?: string;
  readonly warn_msg?: string;
  readonly input: unknown;
  readonly output: unknown;
  /** The door's list of what the message breaks of its table. */
  readonly violations: string;
  readonly checks: readonly Check[];
};

/**
 * Plays all acts one after another as an ordinary client of the hospital door and tells each step. Stops at the first
 * refusal. True when everything was answered with success and every check held.
 */
export const play = async (stage: Stage, tell: (step: Step) => void): Promise<Result<boolean, Unreachable>> => {
  const played = new Map<string, Exchanged>();
  let now = stage.now;
  let allHeld = true;
  for (const [index, act] of ACTS.entries()) {
    const message = messageOf(stage, act, played, now, stage.firstSerial + index);
    const sent = await httpCall(`${stage.door}/${act.infno}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: message.request,
    });
    if (!sent.ok) return fail(sent.error);
    const answer = envelopeIn(sent.value.text);
    played.set(act.key, { ...message, bytes: sent.value.text, output: valueAt(answer, 'output') });
    const accepted = valueAt(answer, 'infcode') === 0;
    const checks = accepted ? (act.checks?.(valueAt(answer, 'output'), soFarOf(played, now, stage)) ?? []) : [];
    tell(stepOf(titled(act, stage.bill), message, answer, sent.value.header('x-kuasheng-violations') ?? '', checks));
    if (!accepted) return ok(false);
    allHeld &&= checks.every(({ holds }) => holds);
    now = timeOfAnswer(answer) ?? now;
  }
  return ok(allHeld);
};

type Message = Pick<Exchanged, 'msgid' | 'request'>;

const messageOf = (
  stage: Stage,
  act: Act,
  played: ReadonlyMap<string, Exchanged>,
  now: CivilDateTime,
  serial: number,
): Message => {
  const so = soFarOf(played, now, stage);
  if (act.repeats !== undefined) return { msgid: so.msgid(act.repeats), request: so.request(act.repeats) };
  const msgid = messageNumber(stage.hospital.fixmedins_code, now, serial);
  const sign_no = so.text('sign-in', 'signinoutb.sign_no');
  const heading = { infno: act.infno, msgid, now, insuplc_admdvs: stage.insuplc_admdvs, sign_no };
  return { msgid, request: JSON.stringify(envelopeOf(stage.hospital, heading, act.input(so))) };
};

/** An answer without an envelope (the gateway's, another server's) is a refusal with its text as the reason. */
const envelopeIn = (text: string): unknown => {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof valueAt(answer, 'infcode') === 'number' ? answer : { infcode: -1, err_msg: text };
  } catch {
    return { infcode: -1, err_msg: text };
  }
};

type Titled = Act & { readonly title: string };

const titled = (act: Act, bill: Bill): Titled => ({
  ...act,
  title: typeof act.title === 'string' ? act.title : act.title(bill),
});

const stepOf = (act: Titled, message: Message, answer: unknown, violations: string, checks: readonly Check[]): Step => {
  const [err_msg, warn_msg] = [textAt(answer, 'err_msg'), textAt(answer, 'warn_msg')];
  return {
    key: act.key,
    infno: act.infno,
    title: act.title,
    msgid: message.msgid,
    infcode: Number(textAt(answer, 'infcode')),
    ...(err_msg !== '' && { err_msg }),
    ...(warn_msg !== '' && { warn_msg }),
    input: valueAt(JSON.parse(message.request), 'input'),
    output: valueAt(answer, 'output') ?? null,
    violations,
    checks,
  };
};

/** `refmsg_time` is yyyyMMddHHmmssSSS. */
const timeOfAnswer = (answer: unknown): CivilDateTime | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(textAt(answer, 'refmsg_time'));
  return match === null ? undefined : `${match.slice(1, 4).join('-')} ${match.slice(4, 7).join(':')}`;
};
