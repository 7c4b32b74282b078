import { writeFile } from 'node:fs/promises';
import type { Status } from '../../sandbox.ts';
import { httpCall } from '../../features/demo/http-call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { ask } from '../server/control.ts';
import { failed, misuse, refusal, unreachable, type Failure } from '../server/failure.ts';
import { workspaceUrl, type ServerOptions } from '../server/options.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Terminal } from '../terminal.ts';

export type ReportOptions = Omit<ServerOptions, 'json'> & {
  readonly province: string;
  readonly role: string;
  readonly html?: string;
  readonly json?: string;
  readonly junit?: string;
};

const FORMATS = ['html', 'json', 'junit'] as const;

/** `kuasheng acceptance report`: writes the official result form, filled in, into the files that are named. */
export const writeReport = async (terminal: Terminal, options: ReportOptions): Promise<ExitCode> => {
  const wanted = FORMATS.flatMap((format) =>
    options[format] === undefined ? [] : [[format, options[format]] as const],
  );
  if (wanted.length === 0) return failed(terminal, misuse('请用 --html、--json 或 --junit 指明写到哪个文件'));
  for (const [format, file] of wanted) {
    const text = await reportText(options, format);
    if (!text.ok) return failed(terminal, text.error);
    const fault = await written(file, text.value);
    if (fault) return failed(terminal, fault);
    terminal.out(`已写入 ${file}`);
  }
  return verdict(terminal, options);
};

const query = ({ province, role }: ReportOptions): string => `province=${province}&role=${role}`;

const reportText = async (options: ReportOptions, format: string): Promise<Result<string, Failure>> => {
  const { token } = options;
  const sent = await httpCall(
    `${workspaceUrl(options)}/_sandbox/acceptance/report?${query(options)}&format=${format}`,
    {
      method: 'GET',
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    },
  );
  if (!sent.ok) return fail(unreachable(sent.error));
  const { status, text } = sent.value;
  return status === 200 ? ok(text) : fail(refusal(messageIn(text)));
};

const messageIn = (text: string): string => {
  try {
    return String((JSON.parse(text) as { readonly message?: unknown }).message);
  } catch {
    return text.trim();
  }
};

const written = async (file: string, text: string): Promise<Failure | undefined> => {
  try {
    await writeFile(file, text);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return misuse(`写不了文件 ${file}（${code ?? String(error)}）`);
  }
};

const verdict = async (terminal: Terminal, options: ReportOptions): Promise<ExitCode> => {
  const { json: _, ...server } = options;
  const status = await ask<Status>(server, `/acceptance?${query(options)}`);
  if (!status.ok) return failed(terminal, status.error);
  const { blocking, name } = status.value;
  terminal.out(blocking === 0 ? `${name}全部测试通过` : `${name}还有 ${blocking} 项未完成`);
  return blocking === 0 ? EXIT.ok : EXIT.refused;
};
