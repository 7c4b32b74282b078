import { fail, ok, type Result } from '../../../kernel/result.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { controlText } from '../server/control-text.ts';
import { failed, misuse, type Failure } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { writeText } from '../server/write-text.ts';
import type { Terminal } from '../terminal.ts';

export type PaperOptions = Omit<ServerOptions, 'json'> & {
  readonly institution?: string;
  readonly city?: string;
  readonly html?: string;
  readonly json?: string;
};

const FORMATS = ['html', 'json'] as const;

/** What every paper says of itself. */
type About = { readonly title: string; readonly complete: boolean };

/** `kuasheng voucher report`: a paper of the onboarding 接入, into the files that are named. A draft ends with 1. */
export const writePapers = async (terminal: Terminal, paper: string, options: PaperOptions): Promise<ExitCode> => {
  const path = pathOf(paper, options);
  if (!path.ok) return failed(terminal, path.error);
  for (const format of FORMATS) {
    const file = options[format];
    if (file === undefined) continue;
    const text = await controlText(options, `${path.value}&format=${format}`);
    if (!text.ok) return failed(terminal, text.error);
    const fault = await writeText(file, text.value);
    if (fault) return failed(terminal, fault);
    terminal.out(`已写入 ${file}`);
  }
  return verdict(terminal, await controlText(options, `${path.value}&format=json`));
};

const pathOf = (paper: string, options: PaperOptions): Result<string, Failure> => {
  const { institution, city } = options;
  if (options.html === undefined && options.json === undefined) {
    return fail(misuse('请用 --html 或 --json 指明写到哪个文件'));
  }
  if (paper === 'test') {
    return institution === undefined
      ? fail(misuse('测试报告要用 --institution 指明机构'))
      : ok(`/vouchers/papers/test?institution=${encodeURIComponent(institution)}`);
  }
  if (paper !== 'checklist' && paper !== 'launch') {
    return fail(misuse(`没有文书 ${paper}，应为 checklist、test、launch 之一`));
  }
  if (city === undefined) return fail(misuse('清单和上线确认报告要用 --city 指明统筹区，如 440300'));
  return ok(`/vouchers/papers/${paper}?city=${encodeURIComponent(city)}`);
};

const verdict = (terminal: Terminal, json: Result<string, Failure>): ExitCode => {
  if (!json.ok) return failed(terminal, json.error);
  const { title, complete } = JSON.parse(json.value) as About;
  terminal.out(complete ? `${title}：完整` : `${title}：草稿，还有内容没有完成`);
  return complete ? EXIT.ok : EXIT.refused;
};
