import { parse, stringify } from 'lossless-json';
import { textAt, valueAt } from '../../features/demo/answer-values.ts';
import { httpCall, type HttpAnswer } from '../../features/demo/http-call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed, unreachable } from '../server/failure.ts';
import { workspaceUrl } from '../server/options.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { known } from './known.ts';
import { messageOf, type Message, type MessageOptions } from './message.ts';
import { signInHeader, type ProvinceOptions } from './sign-in.ts';
import type { OpenDoor, Transaction } from './transactions.ts';

export type CallOptions = MessageOptions & ProvinceOptions & { readonly door?: OpenDoor; readonly dryRun?: true };

/** `kuasheng tx call INFNO [FILE|-]`: completes a message, sends it and prints the answer. */
export const callTransaction = async (
  terminal: Terminal,
  infno: string,
  file: string | undefined,
  options: CallOptions,
): Promise<ExitCode> => {
  const transaction = known(infno, options.door);
  if (!transaction.ok) return failed(terminal, transaction.error);
  const message = await messageOf(terminal, transaction.value, file, options);
  if (!message.ok) return failed(terminal, message.error);
  if (options.dryRun) {
    terminal.out(json(message.value));
    return EXIT.ok;
  }
  const sent = await httpCall(addressOf(transaction.value, options), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signInHeader(transaction.value, message.value, options) },
    body: JSON.stringify(message.value),
  });
  return sent.ok ? told(terminal, options, message.value, sent.value) : failed(terminal, unreachable(sent.error));
};

const addressOf = ({ door, table: { infno } }: Transaction, options: CallOptions): string =>
  `${workspaceUrl(options)}/${PATHS[door]}/${infno}`;

const PATHS: Readonly<Record<OpenDoor, string>> = {
  hospital: 'fsi/api',
  national: 'national',
  credential: 'localcfc/api/hsecfc',
};

const told = (terminal: Terminal, options: CallOptions, message: Message, answer: HttpAnswer): ExitCode => {
  const pretty = prettyJson(answer.text);
  if (options.json) terminal.out(pretty ?? json({ status: answer.status, text: answer.text }));
  else terminal.out(inWords(message, answer, pretty ?? answer.text.trimEnd()));
  return pretty !== undefined && saysYes(JSON.parse(pretty)) ? EXIT.ok : EXIT.refused;
};

/** `infcode` in the envelope of a transaction, `code` in that of the credential door. */
const saysYes = (answer: unknown): boolean => (valueAt(answer, 'infcode') ?? valueAt(answer, 'code')) === 0;

const inWords = (message: Message, answer: HttpAnswer, body: string): string => {
  const violations = answer.header('x-kuasheng-violations');
  return [
    `${nameOf(message)}  HTTP ${answer.status}  追踪号 ${answer.header('x-kuasheng-trace') ?? '无'}`,
    ...(violations === undefined ? [] : [`不符合接口表：${violations}`]),
    body,
  ].join('\n');
};

const nameOf = (message: Message): string =>
  textAt(message, 'transType') || `${textAt(message, 'infno')}  msgid ${textAt(message, 'msgid')}`;

/** Indented, every number as it came: `3256.80`. Undefined for what is no JSON. */
const prettyJson = (text: string): string | undefined => {
  try {
    return stringify(parse(text), null, 2);
  } catch {
    return undefined;
  }
};
