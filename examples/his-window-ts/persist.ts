import { ask, type Answer, type Doubt } from './ask.ts';
import { newMessage, signedAnew, type Message } from './message.ts';
import type { Window } from './window.ts';

/** How often a message is sent before the window gives up. */
export const TRIES = 24;

/** Seconds before the next try: growing, so that a platform in trouble is left alone. */
export const backOff = (tried: number): number => Math.min(60, 5 * 2 ** (tried - 1));

/** 签到 9001; a window that cannot sign in goes on without and is told so by the platform. */
export const signIn = async (window: Window): Promise<void> => {
  const input = { signIn: { opter_no: 'S001', mac: '02-00-00-00-00-01', ip: '127.0.0.1' } };
  const answer = await ask(window, newMessage(window, '9001', '', input));
  if (answer.kind !== 'done') return;
  const { signinoutb } = answer.output as { signinoutb?: { sign_no?: string } };
  window.signNo = signinoutb?.sign_no ?? '';
};

/**
 * Sends the same message until there is an answer that means something: done, or no. Between two tries it waits, longer
 * each time. `unknown` when it gives up.
 */
export const persist = async (window: Window, message: Message, doubt?: Doubt, tries = TRIES): Promise<Answer> => {
  let sent = message;
  for (let tried = 1; ; tried += 1) {
    const answer = await ask(window, sent, doubt);
    if (isFinal(answer) || tried === tries) return answer;
    await window.sleep(backOff(tried));
    if (answer.kind === 'refused' && answer.meaning === 'sign-in') {
      await signIn(window);
      sent = signedAnew(window, sent);
    }
  }
};

const isFinal = (answer: Answer): boolean =>
  answer.kind === 'done' || (answer.kind === 'refused' && answer.meaning === 'no');
