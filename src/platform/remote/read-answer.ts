import { partyPrefix, type Party } from '../domain/party.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Returned } from '../dispatch/insured-place.ts';
import type { LegQuestion } from '../store/port.ts';
import { absentFrom } from '../wire/absent.ts';
import { decodeText } from '../wire/decode-text.ts';
import { loadEnvelope } from '../wire/load-table.ts';
import { parseJson } from '../wire/parse-json.ts';
import { read } from '../wire/read.ts';
import type { Violation } from '../wire/violation.ts';
import { tableOfRelayed } from './relayed-message.ts';

/** An answer as it came. */
export type Came = { readonly status: number; readonly bytes: Uint8Array; readonly cut: boolean };

type Said = Pick<Returned, 'said' | 'violations'>;

/**
 * What a province's own system says: HTTP 200, an envelope, infcode 0 with an output that has what its table requires,
 * or a negative infcode. Anything else is no answer: nobody knows what became of the message.
 */
export const readAnswer = (question: LegQuestion, { status, bytes, cut }: Came): Said => {
  if (status !== 200) return unbelievable(`HTTP 状态应为 200，返回 ${status}`);
  if (cut) return unbelievable('应答超过 1 MiB');
  const parsed = parseJson(decodeText(bytes).text);
  const body = parsed.ok ? parsed.value : undefined;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return unbelievable('应答不是 JSON 对象');
  const { value: envelope, violations } = read(loadEnvelope(), body, 'output');
  const listed = violations.map(kindOf).map((text) => text.replace(/^output\./, ''));
  const { infcode, output } = envelope as { readonly infcode?: number; readonly output?: unknown };
  if (infcode === undefined || infcode > 0) {
    return unbelievable(`交易状态码 infcode 应为 0 或负数，返回 ${String(infcode ?? '空')}`, listed);
  }
  if (infcode < 0) return { said: { ok: false, refusal: refusalOf(question, envelope) }, violations: listed };
  const said = outputOf(question, output, envelope);
  return { ...said, violations: [...listed, ...(said.violations ?? [])] };
};

const unbelievable = (why: string, violations: readonly string[] = []): Said => ({
  said: { unbelievable: why },
  violations,
});

const kindOf = ({ path, kind }: Violation): string => `${path}:${kind}`;

/** How many missing fields one text names. */
const NAMED = 5;

const outputOf = (question: LegQuestion, raw: unknown, { warn_msg }: Readonly<Record<string, unknown>>): Said => {
  const table = tableOfRelayed(question.infno);
  const warning = typeof warn_msg === 'string' ? { warn_msg } : {};
  if (table.output.length === 0) return { said: { ok: true, output: undefined, ...warning } };
  const { value, violations } = read(table, raw, 'output');
  const listed = violations.map(kindOf);
  const absent = absentFrom(table, value);
  if (absent.length === 0) return { said: { ok: true, output: value, ...warning }, violations: listed };
  const named = absent.slice(0, NAMED).map(({ path, name }) => `${name}（${path}）`);
  const more = absent.length > NAMED ? `等共 ${absent.length} 项` : '';
  return unbelievable(`缺少必填项或其值不能采用：${named.join('、')}${more}`, listed);
};

/** What places say when a reversal names a message that they never got or never carried out (sandbox). */
const NEVER_CAME = /未查询到原交易|未找到原交易|原交易不存在|原报文不存在/;

/** The text is passed on as it is; who speaks stands in front of it already. */
const refusalOf = ({ infno, insuplc }: LegQuestion, { err_msg }: Readonly<Record<string, unknown>>): Refusal => {
  const by: Party = { role: 'insured', place: insuplc };
  const said = typeof err_msg === 'string' ? err_msg.replace(`${partyPrefix(by)} `, '') : '';
  const neverCame = infno === '1301' && NEVER_CAME.test(said);
  const text = said === '' ? '参保地拒绝，没有说明原因' : said;
  return { refused: neverCame ? 'original-unknown' : 'insured-place-says', by, text };
};
