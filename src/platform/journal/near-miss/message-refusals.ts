import { closest } from '../../../kernel/edit-distance.ts';
import type { RefusalName } from '../../domain/refusals.ts';
import { codeLists } from '../../wire/dictionary.ts';
import { tableNumbers } from '../../wire/load-table.ts';
import { miss, said, type Facts, type NearMiss } from './facts.ts';

/** What a refusal makes of the books: pure, nothing where it has nothing to say. */
export type Finder = (facts: Facts) => NearMiss[];

/** `H44030099001 深圳市沙箱第一人民医院` */
const institutions: Finder = (facts) => {
  const known = new Map(facts.reader.institutions().map((row) => [row.fixmedins_code, row.fixmedins_name]));
  const near = closest(facts.row.sender, known.keys()).map((code) => `${code} ${known.get(code) ?? ''}`);
  return [miss(facts, 'fixmedins_code', '已登记的机构编号', near)];
};

const transactions: Finder = (facts) => [
  miss(facts, 'infno', '接口表里的交易编号', closest(facts.row.infno, tableNumbers(facts.row.door))),
];

/** Fields in which this message differs from the one that used the msgid first, and the msgid itself. */
const reusedNumber: Finder = (facts) => {
  const [first] = facts.others;
  const { msgid } = facts.row;
  const free = miss(facts, 'msgid', '未用过的报文ID，或与原报文完全相同的内容', [nextNumber(msgid)]);
  const before = first === undefined || first.input === '' ? undefined : leavesOf(JSON.parse(first.input), 'input');
  if (!before) return [free];
  const now = leavesOf(facts.input, 'input');
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
  const differing = changed.slice(0, 10).map((path): NearMiss => {
    const known = miss(facts, path.split('.').at(-1) ?? path, '与原报文相同', []);
    return { ...known, field: path, came: now.get(path) ?? '', closest: [before.get(path) ?? '（原报文没有）'] };
  });
  return [free, ...differing];
};

/** The same number with its last digits one higher. */
const nextNumber = (msgid: string): string => {
  const [, head = msgid, tail = ''] = /^(.*?)(\d{1,9})$/.exec(msgid) ?? [];
  return tail === '' ? `${msgid}1` : head + String(Number(tail) + 1).padStart(tail.length, '0');
};

const leavesOf = (value: unknown, path: string): Map<string, string> => {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, `${path}.${key}`)]));
};

/** What a reversal may have meant: messages of the sender with a msgid that is nearly the same. */
const originals: Finder = (facts) => {
  const known = new Map(facts.others.filter(({ infcode }) => infcode === 0).map((row) => [row.msgid, row.infno]));
  const near = closest(said(facts, 'omsgid'), known.keys()).map((msgid) => `${msgid}（${known.get(msgid) ?? ''}）`);
  return [miss(facts, 'omsgid', '本机构已成功的原报文的 msgid', near)];
};

const reversible: Finder = (facts) => [
  miss(facts, 'oinfno', facts.row.door === 'national' ? '1107 或 1203' : '2207 或 2208', []),
];

const dictionaries: Finder = (facts) => {
  const spelt = codeLists().flatMap(({ key, name }): [string, string][] => [
    [key, name],
    [key.toUpperCase(), name],
  ]);
  const names = new Map(spelt);
  const near = closest(said(facts, 'type'), names.keys()).map((key) => `${key} ${names.get(key) ?? ''}`);
  return [miss(facts, 'type', '接口规范里的字典名', near)];
};

export const MESSAGE_REFUSALS: { readonly [N in RefusalName]?: Finder } = {
  'institution-unknown': institutions,
  'transaction-unknown': transactions,
  'msgid-reused': reusedNumber,
  'msgid-reversed': (facts) => [miss(facts, 'msgid', '未用过的报文ID', [nextNumber(facts.row.msgid)])],
  'original-unknown': originals,
  'original-mismatch': originals,
  'not-reversible': reversible,
  'not-reversible-national': reversible,
  'dictionary-unknown': dictionaries,
};
