import fc from 'fast-check';
import { zipFiles, utf8, type NamedBytes } from '../../../src/platform/features/voucher/make/zip-files.ts';

/** A good upload of one self-paid voucher in mode 2, taken apart: what mutations work on. */
export type Parts = {
  readonly input: Readonly<Record<string, unknown>>;
  readonly row: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly no: string;
  readonly ofd: Uint8Array;
  readonly xml: string;
};

/** One way to spoil an upload. Positions are parts of 1,000 of what is there. */
export type Mutation =
  | { readonly of: 'xml-cut' | 'zip-cut' | 'ofd-cut' | 'base64-cut'; readonly at: number }
  | {
      readonly of: 'zip-byte' | 'ofd-byte' | 'xml-byte';
      readonly at: number;
      readonly value: number;
      readonly count: number;
    }
  | { readonly of: 'xml-field'; readonly at: number; readonly value: string }
  | { readonly of: 'xml-twice' | 'xml-gone' | 'row-gone'; readonly at: number }
  | { readonly of: 'row-field' | 'input-field'; readonly at: number; readonly value: unknown }
  | { readonly of: 'base64-text'; readonly at: number; readonly value: string }
  | { readonly of: 'file-name'; readonly value: string }
  | { readonly of: 'more-file'; readonly value: string; readonly bytes: Uint8Array };

const at = fc.integer({ min: 0, max: 999 });
const value = fc.oneof(
  fc.constantFrom(
    '', ' ', '0', '-1', '99999999999999999999', '1e9', 'NaN', 'null', '2026-13-45', '2026-09-01', '样张', '＜', '&lt;',
    '&x;', '<![CDATA[x]]>', '<!--', ']]>', '<!DOCTYPE a [<!ENTITY b "c">]>', '../../etc/passwd', '\u0000', '\uD800',
  ),
  fc.string({ maxLength: 40 }),
  fc.integer().map(String),
); // prettier-ignore
const json = fc.oneof(
  value,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
);
const name = fc.constantFrom(
  '../x.ofd',
  '/x.pdf',
  'a/b.ofd',
  'x.zip',
  'x.exe',
  'con.ofd',
  '样张.ofd',
  'x-extinfo.xml',
  '.ofd',
);
const bytes = fc.uint8Array({ maxLength: 200 });
const of = <T extends string>(...kinds: T[]) => fc.constantFrom(...kinds);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ of: of('xml-cut', 'zip-cut', 'ofd-cut', 'base64-cut'), at }),
  fc.record({
    of: of('zip-byte', 'ofd-byte', 'xml-byte'),
    at,
    value: fc.integer({ min: 1, max: 255 }),
    count: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({ of: of('xml-field'), at, value }),
  fc.record({ of: of('xml-twice', 'xml-gone', 'row-gone'), at }),
  fc.record({ of: of('row-field', 'input-field'), at, value: json }),
  fc.record({ of: of('base64-text'), at, value }),
  fc.record({ of: of('file-name'), value: name }),
  fc.record({ of: of('more-file'), value: name, bytes }),
);

const placeOf = (length: number, part: number): number => Math.floor((length * part) / 1_000);

const withByte = (from: Uint8Array, one: { at: number; value: number; count: number }): Uint8Array => {
  const copy = Uint8Array.from(from);
  for (let index = 0; index < one.count; index += 1) {
    const place = (placeOf(copy.length, one.at) + index * 37) % copy.length;
    copy[place] = (copy[place] ?? 0) ^ one.value;
  }
  return copy;
};

const FIELD = /<(\w+)>([^<]*)<\/\1>/g;

/** The text with its nth field changed. */
const withField = (xml: string, part: number, change: (whole: string, name: string) => string): string => {
  const fields = [...xml.matchAll(FIELD)];
  const field = fields[placeOf(fields.length, part)];
  if (!field) return xml;
  const [whole, code = ''] = field;
  return xml.slice(0, field.index) + change(whole, code) + xml.slice(field.index + whole.length);
};

const withKey = (row: Readonly<Record<string, unknown>>, part: number, changed: unknown) => {
  const keys = Object.keys(row);
  return { ...row, [keys[placeOf(keys.length, part)] ?? '']: changed };
};

const xmlOf = (xml: string, one: Mutation): Uint8Array => {
  if (one.of === 'xml-cut') return utf8(xml.slice(0, placeOf(xml.length, one.at)));
  if (one.of === 'xml-byte') return withByte(utf8(xml), one);
  if (one.of === 'xml-field') return utf8(withField(xml, one.at, (_whole, code) => `<${code}>${one.value}</${code}>`));
  if (one.of === 'xml-twice') return utf8(withField(xml, one.at, (whole) => whole + whole));
  if (one.of === 'xml-gone') return utf8(withField(xml, one.at, () => ''));
  return utf8(xml);
};

const filesOf = (parts: Parts, one: Mutation): NamedBytes[] => {
  const base = `${parts.code}-${parts.no}`;
  const cut = one.of === 'ofd-cut' ? parts.ofd.slice(0, placeOf(parts.ofd.length, one.at)) : parts.ofd;
  const files = [
    {
      name: one.of === 'file-name' ? one.value : `${base}.ofd`,
      bytes: one.of === 'ofd-byte' ? withByte(cut, one) : cut,
    },
    { name: `${base}-extinfo.xml`, bytes: xmlOf(parts.xml, one) },
  ];
  return one.of === 'more-file' ? [...files, { name: one.value, bytes: one.bytes }] : files;
};

const zipOf = (parts: Parts, one: Mutation): Uint8Array => {
  const zip = zipFiles(filesOf(parts, one));
  if (one.of === 'zip-cut') return zip.subarray(0, placeOf(zip.length, one.at));
  return one.of === 'zip-byte' ? withByte(zip, one) : zip;
};

const rowOf = ({ row }: Parts, one: Mutation) => {
  if (one.of === 'row-field') return withKey(row, one.at, one.value);
  return one.of === 'row-gone' ? withKey(row, one.at, undefined) : row;
};

/** The input of a spoilt upload. */
export const mutatedInput = (parts: Parts, one: Mutation): object => {
  const base64 = Buffer.from(zipOf(parts, one)).toString('base64');
  const place = 'at' in one ? placeOf(base64.length, one.at) : 0;
  const text = one.of === 'base64-text' ? base64.slice(0, place) + one.value + base64.slice(place) : base64;
  const input = {
    ...parts.input,
    upldDetlList: [rowOf(parts, one)],
    ftfileCompac: one.of === 'base64-cut' ? text.slice(0, place) : text,
  };
  return one.of === 'input-field' ? withKey(input, one.at, one.value) : input;
};
