import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { ExplanationRow } from '../../explanation.ts';
import { misuse, type Failure } from '../../server/failure.ts';

/** Whose journal a recording is, and how its world was made. */
export type Head = {
  readonly kind: 'kuasheng-journal';
  readonly format: number;
  readonly workspace: string;
  readonly seed: string;
  readonly seededOn: string;
  readonly clock: { readonly mode: string; readonly now: string };
  readonly settings: Readonly<Record<string, unknown>>;
};

/** A message of the recording as it came from outside, and what was answered. */
export type Recorded = {
  readonly seq: number;
  readonly trace: string;
  readonly door: string;
  readonly infno: string;
  readonly sender: string;
  readonly msgid: string;
  readonly time: string;
  readonly refusal?: string;
  readonly setl_id?: string;
  readonly writes: readonly string[];
  readonly contentType: string;
  readonly request: Buffer;
  readonly answer: string;
  readonly explanation?: readonly ExplanationRow[];
};

/** A recording that is being read. */
export type Recording = {
  readonly head: Head;
  /** Messages from outside in their order; undefined for one whose bytes are lost. */
  readonly messages: AsyncGenerator<Recorded | undefined, void>;
};

type Line = Omit<Recorded, 'request' | 'answer'> & {
  readonly hop: number;
  readonly request?: string;
  readonly answerBytes?: string;
};

const FORMAT = 1;

/** A file that is none of ours, or not whole: told to the user wherever it is noticed. */
export class NoRecording extends Error {
  override name = 'NoRecording';
}

/** Opens what `kuasheng journal export` wrote. It is read as it is replayed, so it may be of any length. */
export const openRecording = async (file: string): Promise<Result<Recording, Failure>> => {
  const lines = linesOf(file);
  try {
    const first = await lines.next();
    if (!first.done && isHead(first.value)) return ok({ head: first.value, messages: messagesOf(lines) });
    return fail(misuse(`${file} 不是 kuasheng journal export 导出的文件`));
  } catch (problem) {
    if (problem instanceof NoRecording) return fail(misuse(problem.message));
    throw problem;
  }
};

const linesOf = async function* (file: string): AsyncGenerator<Head | Line, void> {
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      if (text !== '') yield JSON.parse(text) as Head | Line;
    }
  } catch (problem) {
    throw new NoRecording(complaint(file, problem));
  }
};

const complaint = (file: string, problem: unknown): string => {
  if (problem instanceof SyntaxError) return `${file} 不是导出文件，或没有传完：有一行不是 JSON`;
  const { code } = problem as NodeJS.ErrnoException;
  return code === 'ENOENT' ? `没有文件 ${file}` : `读不了文件 ${file}（${code ?? String(problem)}）`;
};

const messagesOf = async function* (lines: AsyncGenerator<Head | Line, void>): Recording['messages'] {
  for await (const line of lines) if ('hop' in line && line.hop === 0) yield messageOf(line);
};

const isHead = (line: Head | Line): line is Head =>
  'kind' in line && line.kind === 'kuasheng-journal' && line.format === FORMAT;

const messageOf = ({ request, answerBytes, ...line }: Line): Recorded | undefined =>
  request === undefined || answerBytes === undefined
    ? undefined
    : {
        ...line,
        request: Buffer.from(request, 'base64'),
        answer: Buffer.from(answerBytes, 'base64').toString('utf8'),
      };
