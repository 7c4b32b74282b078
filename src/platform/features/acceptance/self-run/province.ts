import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { CivilDateTime } from '../../../../kernel/civil-time.ts';
import { textAt, valueAt } from '../../demo/answer-values.ts';
import { doorsOf } from '../../demo/control-request.ts';
import type { HttpAnswer } from '../../demo/http-call.ts';
import { provinceEnvelope } from '../../demo/province-envelope.ts';
import type { Server } from './control-api.ts';
import { parsed } from './parsed.ts';
import type { Exchange } from './step.ts';

/** Speaks at the national door for one province after the other. */
export type Provinces = {
  /** Civil time of the workspace, as the last answer told it. */
  readonly now: () => CivilDateTime;
  /** A number of at most 30 characters that nothing else carries: for messages and visits. */
  readonly number: () => string;
  readonly send: (as: Admdvs, infno: string, input: object) => Promise<Exchange>;
};

/** Marks every message 自检: a rehearsal proves nothing about the province's own system. */
const SELF_RUN = { 'x-kuasheng-self-run': '1' };

type Beginning = { readonly now: CivilDateTime; readonly run: number; readonly keys: Readonly<Record<string, string>> };

/**
 * The provinces at the national door of a workspace. `run` tells the numbers of two runs of the same second apart;
 * `keys` are those of provinces that are not `kuasheng-` and the code.
 */
export const provincesAt = (server: Server, { now: begin, run, keys }: Beginning): Provinces => {
  let now = begin;
  let serial = 0;
  const number = (): string => {
    serial += 1;
    return numberOf(run, now, serial);
  };
  return {
    now: () => now,
    number,
    send: async (as, infno, input) => {
      const msgid = number();
      const basic = Buffer.from(`${as}:${keys[as] ?? `kuasheng-${as}`}`).toString('base64');
      const sent = await server.call(`${doorsOf(server)}/national/${infno}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Basic ${basic}`, ...SELF_RUN },
        body: JSON.stringify({ ...provinceEnvelope(as, { infno, msgid, now, by: '沙箱自检' }), input }),
      });
      const what = { infno, as, msgid, input };
      if (!sent.ok) return { ...what, ...SILENCE, err_msg: `沙箱没有应答（${sent.error.cause}）` };
      const answer = answerOf(sent.value);
      now = answer.now ?? now;
      return { ...what, ...answer.said };
    },
  };
};

const SILENCE = { accepted: false, violations: '', output: null };

/** `Z` + the run (7) + yyyyMMddHHmmss + serial (8): 30 characters. */
const numberOf = (run: number, now: CivilDateTime, serial: number): string =>
  `Z${String(run % 10_000_000).padStart(7, '0')}${now.replace(/\D/g, '')}${String(serial).padStart(8, '0')}`;

const answerOf = ({ text, header }: HttpAnswer) => {
  const answer = parsed(text);
  const accepted = valueAt(answer, 'infcode') === 0;
  const said = {
    accepted,
    err_msg: textAt(answer, 'err_msg') || (accepted ? '' : text),
    violations: header('x-kuasheng-violations') ?? '',
    output: valueAt(answer, 'output') ?? null,
  };
  return { said, now: timeIn(answer) };
};

/** `refmsg_time` is yyyyMMddHHmmssSSS. */
const timeIn = (answer: unknown): CivilDateTime | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(textAt(answer, 'refmsg_time'));
  return match === null ? undefined : `${match.slice(1, 4).join('-')} ${match.slice(4, 7).join(':')}`;
};
