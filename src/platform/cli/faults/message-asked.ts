import { fail, ok, type Result } from '../../../kernel/result.ts';
import { misuse, type Failure } from '../server/failure.ts';
import { inputFile } from '../server/input-file.ts';
import type { Terminal } from '../terminal.ts';

/** What `fault explain` was told of a message. */
export type AskedOptions = {
  readonly door: string;
  readonly institution: string;
  readonly psnNo?: string;
  readonly mdtrtId?: string;
  readonly amount?: string;
  readonly insuplc?: string;
  readonly header?: string;
};

/** The message that is asked about: that of a file, else the few fields that the options name. */
export const messageAsked = async (
  terminal: Terminal,
  infno: string,
  file: string | undefined,
  options: AskedOptions,
): Promise<Result<object, Failure>> => {
  const { door, institution, insuplc, header } = options;
  const input = file === undefined ? ok({ input: { data: dataOf(options) } }) : await fromFile(terminal, file);
  if (!input.ok) return input;
  return ok({
    door,
    ...(header !== undefined && { header }),
    message: {
      fixmedins_code: institution,
      ...(insuplc !== undefined && { insuplc_admdvs: insuplc }),
      ...input.value,
      infno,
    },
  });
};

const dataOf = ({ psnNo, mdtrtId, amount }: AskedOptions): object => ({
  ...(psnNo !== undefined && { psn_no: psnNo }),
  ...(mdtrtId !== undefined && { mdtrt_id: mdtrtId }),
  ...(amount !== undefined && { medfee_sumamt: amount }),
});

/** A whole message has an `input`; anything else is the input itself. */
const fromFile = async (terminal: Terminal, file: string): Promise<Result<object, Failure>> => {
  const bytes = await inputFile(terminal, file);
  if (!bytes.ok) return bytes;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes.value));
    if (typeof value === 'object' && value !== null) return ok('input' in value ? value : { input: value });
  } catch {
    // Told below, as any other content that is no object.
  }
  return fail(misuse('文件内容应为 JSON 对象：入参，或带 input 的整个报文'));
};
