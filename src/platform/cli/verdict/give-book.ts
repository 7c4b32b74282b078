import { ok, type Result } from '../../../kernel/result.ts';
import { control, type ControlRequest } from '../server/control.ts';
import type { Failure } from '../server/failure.ts';
import { inputFile } from '../server/input-file.ts';
import type { ServerOptions } from '../server/options.ts';
import type { Terminal } from '../terminal.ts';
import { bookOfHis } from './his-interface.ts';

/** Whence the HIS's own book comes, if it does. */
export type BookOptions = ServerOptions & {
  readonly institution?: string;
  readonly hisBook?: string;
  readonly hisUrl?: string;
  readonly forgetBook?: true;
};

/** Gives the sandbox the HIS's own book, from a file or from the HIS's interface, or takes it back. */
export const giveBook = async (terminal: Terminal, options: BookOptions): Promise<Result<undefined, Failure>> => {
  const { institution, hisBook, hisUrl, forgetBook } = options;
  const path = `/verdict/his-book${institution === undefined ? '' : `?institution=${encodeURIComponent(institution)}`}`;
  const post = (body: Result<NonNullable<ControlRequest['body']>, Failure>) =>
    body.ok ? done(options, { method: 'POST', path, body: body.value }) : body;
  if (forgetBook) return done(options, { method: 'DELETE', path: '/verdict/his-book' });
  if (hisUrl !== undefined) return post(await bookOfHis(hisUrl, institution));
  if (hisBook === undefined) return ok(undefined);
  const bytes = await inputFile(terminal, hisBook);
  return post(bytes.ok ? ok({ bytes: bytes.value, contentType: 'text/csv' }) : bytes);
};

const done = async (options: ServerOptions, request: ControlRequest): Promise<Result<undefined, Failure>> => {
  const answer = await control<unknown>(options, request);
  return answer.ok ? ok(undefined) : answer;
};
