import { EXIT, type ExitCode } from '../exit-code.ts';
import { control } from '../server/control.ts';
import { failed, refusal } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';

type Reply = {
  readonly ok: boolean;
  readonly code?: number;
  readonly message?: string;
  readonly data?: Readonly<Record<string, unknown>>;
};

export type ReadOptions = ServerOptions & { readonly params?: Readonly<Record<string, unknown>> };

/** `kuasheng device read ID COMMAND`: as a client of the reader; what the reader refuses ends with 1. */
export const readDevice = async (
  terminal: Terminal,
  id: string,
  command: string,
  options: ReadOptions,
): Promise<ExitCode> => {
  const path = `/devices/${encodeURIComponent(id)}/commands`;
  const { params = {} } = options;
  const answer = await control<Reply>(options, { method: 'POST', path, body: { id: '1', command, params } });
  if (!answer.ok) return failed(terminal, answer.error);
  const { ok, code, message, data = {} } = answer.value;
  if (options.json) terminal.out(json(answer.value));
  else if (ok) terminal.out(inWords(data));
  return ok ? EXIT.ok : failed(terminal, refusal(`${String(code ?? '')} ${message ?? ''}`.trim()));
};

const inWords = (data: NonNullable<Reply['data']>): string => {
  const { text, card_no } = data;
  if (typeof text === 'string') return text;
  if (typeof card_no === 'string') return card_no;
  return Object.keys(data).length === 0 ? '完成' : json(data);
};
