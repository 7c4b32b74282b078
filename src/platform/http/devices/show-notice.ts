import { noticeLines } from '../../../virtual-devices/dialects/face-terminal/notice-lines.ts';
import type { Reception, Sandbox } from '../../sandbox.ts';
import { decodeText } from '../../wire/decode-text.ts';
import { parseJson } from '../../wire/parse-json.ts';
import { deskOf } from './desk-of.ts';

/** Names the terminal at which something is shown; a HIS that has several may send it. Sandbox. */
export const TERMINAL_HEADER = 'x-kuasheng-terminal';

const NOTIFY = 'cn.nhsa.settle.notify';

type Message = {
  readonly bytes: Uint8Array;
  readonly pathInfno?: string | undefined;
  readonly terminal?: string | undefined;
};

/**
 * After cn.nhsa.settle.notify was taken, the virtual terminals of the workspace show it: the one that is named, else
 * every one, because no message says at which window it is. Asked after each answer of the credential door.
 */
export const showNotice = (sandbox: Sandbox, { bytes, pathInfno, terminal }: Message, reception: Reception): void => {
  if (reception.kind !== 'answered' || !(pathInfno === NOTIFY || Buffer.from(bytes).includes(NOTIFY))) return;
  const message = objectIn(decodeText(bytes).text);
  const data = (message?.['transType'] ?? pathInfno) === NOTIFY ? dataOf(message) : undefined;
  const workspace = sandbox.workspace(reception.workspace);
  if (!workspace || !data || objectIn(reception.bytes)?.['code'] !== 0) return;
  deskOf(workspace).desk.notice(noticeLines(data), terminal);
};

type Json = Readonly<Record<string, unknown>>;

const dataOf = (message: Json | undefined): Json | undefined => {
  const data = message?.['data'];
  return typeof data === 'string' ? objectIn(data) : objectOf(data);
};

const objectIn = (text: Uint8Array | string): Json | undefined => {
  const parsed = parseJson(text);
  return parsed.ok ? objectOf(parsed.value) : undefined;
};

const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
