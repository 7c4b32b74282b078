import type { Unreachable } from '../../features/demo/http-call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

/** Why a command came to nothing, in words for the user, and what the process ends with. */
export type Failure = { readonly code: Exclude<ExitCode, 0>; readonly text: string };

export const refusal = (text: string): Failure => ({ code: EXIT.refused, text });
export const misuse = (text: string): Failure => ({ code: EXIT.usage, text });

export const unreachable = ({ url, cause }: Unreachable): Failure => ({
  code: EXIT.unreachable,
  text: `连不上沙箱 ${new URL(url).origin}（${cause}）。请先启动：npm start；或用 --base 指明地址`,
});

/** Says it, and gives back the code to end with. */
export const failed = (terminal: Terminal, { text, code }: Failure): ExitCode => {
  terminal.err(text);
  return code;
};
