import { isCivilDateTime } from '../../../../kernel/civil-time.ts';
import { httpCall } from '../../demo/http-call.ts';
import type { Exchanged } from '../fill/saved-answer.ts';
import { parseTree, textOf, treeAt } from '../tree.ts';
import type { Message } from './message.ts';
import type { Scene } from './scene.ts';
import { doorsOf } from '../../demo/control-request.ts';

/** What came of a message: an answer, or why there is none. */
export type Exchange = Exchanged & {
  readonly status?: number;
  readonly violations?: string;
  /** No answer: `ECONNRESET`, a time-out. */
  readonly silence?: string;
};

/** So long an answer is waited for, in milliseconds of the machine. */
const PATIENCE = 60_000;

/** Sends a message; the clock of the scene goes on with the answer's. */
export const exchange = async (scene: Scene, message: Message, patience = PATIENCE): Promise<Exchange> => {
  const { path, headers, request } = message;
  const signal = AbortSignal.timeout(patience);
  const sent = await httpCall(`${doorsOf(scene.server)}${path}`, { method: 'POST', headers, body: request, signal });
  if (!sent.ok) {
    return { ...message, silence: signal.aborted ? `等了 ${patience} 毫秒` : sent.error.cause };
  }
  const { status, text, header } = sent.value;
  const answer = parseTree(text) ?? text;
  scene.now = timeIn(answer) ?? scene.now;
  return { ...message, bytes: text, answer, status, violations: header('x-kuasheng-violations') ?? '' };
};

/** `refmsg_time` is yyyyMMddHHmmssSSS. */
const timeIn = (answer: unknown): string | undefined => {
  const stamp = textOf(treeAt(answer, 'refmsg_time')) ?? '';
  const time = stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3 $4:$5:$6');
  return isCivilDateTime(time) ? time : undefined;
};
