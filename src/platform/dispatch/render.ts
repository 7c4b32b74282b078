import { stamp14, stamp17, type Instant } from '../../kernel/civil-time.ts';
import type { Admdvs } from '../../kernel/admdvs.ts';
import { partyPrefix } from '../domain/party.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Message } from './definition.ts';
import { areaOf } from './party-of-door.ts';
import { credentialRefusal, credentialSuccess } from './render-credential.ts';

/** 接收方报文ID inf_refmsgid: area (6) + yyyyMMddHHmmss (14) + serial (10). */
export const referenceId = (area: Admdvs, now: Instant, seq: number): string =>
  area + stamp14(now) + String(seq).padStart(10, '0');

/** The message that is answered, when, under which number. */
type Stamped = { readonly message: Message; readonly now: Instant; readonly seq: number };

const envelope = (
  stamped: Stamped,
  infcode: 0 | -1,
  err_msg: string | undefined,
  output: string,
  warn_msg: string | undefined,
): string => {
  const time = stamp17(stamped.now);
  const area = areaOf(stamped.message);
  const text = (value: string | undefined) => (value === undefined ? 'null' : JSON.stringify(value));
  return (
    `{"infcode":${infcode},"inf_refmsgid":"${referenceId(area, stamped.now, stamped.seq)}",` +
    `"refmsg_time":"${time}","respond_time":"${time}","err_msg":${text(err_msg)},"output":${output},` +
    `"warn_msg":${text(warn_msg)},"signtype":null,"cainfo":null}`
  );
};

/**
 * The bytes of a success in the envelope of its door; `output` is JSON text already, `null` where the transaction has
 * none.
 */
export const renderSuccess = (stamped: Stamped, output: string, warn_msg?: string): string =>
  stamped.message.door === 'credential'
    ? credentialSuccess(stamped.message, output)
    : envelope(stamped, 0, undefined, output, warn_msg);

/** The bytes of a refusal, the refusing party in front of its text. */
export const renderRefusal = (stamped: Stamped, refusal: Refusal): string =>
  stamped.message.door === 'credential'
    ? credentialRefusal(stamped.message, refusal, errorText(refusal))
    : envelope(stamped, -1, errorText(refusal), 'null', undefined);

/** Nobody reads more at a counter; refusals that repeat what a client sent are cut there. */
const LONGEST = 500;

export const errorText = (refusal: Refusal): string => {
  const text = `${partyPrefix(refusal.by)} ${refusal.text}`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
