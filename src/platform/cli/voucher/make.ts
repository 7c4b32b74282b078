import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printScaled } from '../../../kernel/decimal.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { ExitCode } from '../exit-code.ts';
import { control } from '../server/control.ts';
import { misuse, type Failure } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';

export type MakeOptions = ServerOptions & {
  readonly settlement: readonly string[];
  readonly kind?: string;
  readonly mode?: string;
  readonly again?: true;
  readonly break?: string;
  readonly out?: string;
};

type Made = {
  readonly infno: string;
  readonly upldBchno: string;
  readonly bizStsb: string;
  readonly input: { readonly fixmedinsCode: string };
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly vouchers: readonly { readonly name: string; readonly qr: string; readonly total: number }[];
};

type Written = Omit<Made, 'files' | 'input'> & {
  readonly institution: string;
  readonly folder: string;
  readonly message: string;
};

/** `kuasheng voucher make`: a specimen batch in a folder, the message to send beside the files that are in it. */
export const makeVouchers = async (terminal: Terminal, options: MakeOptions): Promise<ExitCode> => {
  const made = await control<Made>(options, { method: 'POST', path: '/vouchers/make', body: wanted(options) });
  return show(terminal, options, made.ok ? await written(made.value, options) : made, inWords);
};

const wanted = (options: MakeOptions): object => ({
  settlements: options.settlement,
  again: options.again ?? false,
  kind: options.kind,
  mode: options.mode,
  broken: options.break,
});

const written = async (
  { files, input, ...made }: Made,
  { out = `voucher-${made.upldBchno}` }: MakeOptions,
): Promise<Result<Written, Failure>> => {
  const message = join(out, `${made.infno}-${made.upldBchno}.json`);
  try {
    await mkdir(out, { recursive: true });
    await writeFile(message, JSON.stringify(input));
    for (const file of files) {
      // A name that leaves the folder is part of a batch that is meant to be wrong; the zip has it.
      if (/[\\/]/.test(file.name)) continue;
      await writeFile(join(out, file.name), Buffer.from(file.base64, 'base64'));
    }
    return ok({ ...made, institution: input.fixmedinsCode, folder: out, message });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(misuse(`写不了文件夹 ${out}（${code ?? String(error)}）`));
  }
};

/** More vouchers than a screen holds are not listed. */
const SHOWN = 10;

const inWords = ({ infno, upldBchno, bizStsb, folder, message, institution, vouchers }: Written): string =>
  [
    `批次 ${upldBchno}：${vouchers.length} 张，已写入 ${folder}`,
    ...vouchers.slice(0, SHOWN).map(({ name, total, qr }) => `  ${name}  ${printScaled(total, 2)} 元  二维码 ${qr}`),
    ...(vouchers.length > SHOWN ? [`  其余 ${vouchers.length - SHOWN} 张略`] : []),
    '',
    `上传：kuasheng tx call ${infno} ${message} --institution ${institution}`,
    `查结果：kuasheng tx call 4902 --institution ${institution} --set upldBchno=${upldBchno} --set bizStsb=${bizStsb}`,
  ].join('\n');
