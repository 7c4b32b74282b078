import type { Status } from '../../sandbox.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { ask } from '../server/control.ts';
import { controlText } from '../server/control-text.ts';
import { failed, misuse } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { writeText } from '../server/write-text.ts';
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
    const text = await controlText(options, `/acceptance/report?${query(options)}&format=${format}`);
    if (!text.ok) return failed(terminal, text.error);
    const fault = await writeText(file, text.value);
    if (fault) return failed(terminal, fault);
    terminal.out(`已写入 ${file}`);
  }
  return verdict(terminal, options);
};

const query = ({ province, role }: ReportOptions): string => `province=${province}&role=${role}`;

const verdict = async (terminal: Terminal, options: ReportOptions): Promise<ExitCode> => {
  const { json: _, ...server } = options;
  const status = await ask<Status>(server, `/acceptance?${query(options)}`);
  if (!status.ok) return failed(terminal, status.error);
  const { blocking, name } = status.value;
  terminal.out(blocking === 0 ? `${name}全部测试通过` : `${name}还有 ${blocking} 项未完成`);
  return blocking === 0 ? EXIT.ok : EXIT.refused;
};
