import fc, { type Arbitrary } from 'fast-check';
import { printScaled } from '../../../src/kernel/decimal.ts';
import { codeList } from '../../../src/platform/wire/dictionary.ts';
import { charactersOf } from '../../../src/platform/wire/read-text.ts';
import type { Field } from '../../../src/platform/wire/table.ts';

/** Values of the workspace by field code: without them no message gets past the first look-up. */
export type Living = Readonly<Record<string, readonly unknown[]>>;

/** Texts that have broken somebody's software before. */
const ODD_TEXTS = [
  '', ' ', 'null', '0', '-1', '0000', '\u0000', '\n', '"', "' OR 1=1 --", '__proto__', 'constructor', 'toString',
  'hasOwnProperty', '😀', '\ud800', '１２３', '<a/>', '%00', '../..',
  '{"a":1}', '[1]', '\u202e', 'é', '\ufeff', 'A'.repeat(31),
]; // prettier-ignore

const ODD_NUMBERS = [
  0, -0, 1, -1, 0.005, 33.300000000000004, 1e-7, 1e21, -1e21, 90_000_000_000_000, 90_000_000_000_001, 9007199254740993,
  Number.MAX_VALUE, Number.MIN_VALUE, '1,000.00', '１２', '1e3', '+5', '.5', '5.', '0x10', '12 ', '-0.00',
]; // prettier-ignore

const TIMES = [
  '2026-09-01 10:00:00', '2026-09-01', '20260901100000', '20260901', '2026-09-01T10:00:00Z', '2026/9/1 08:30',
  '2026-09-01T23:30:00-08:00', '0001-01-01 00:00:00', '0000-01-01', '9999-12-31 23:59:59', '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00+14:00', '2024-02-29', '2026-02-30', '2026-13-01 00:00:00', '2026-09-01 24:00:00', 1756692000000,
  '1999-12-31 23:59:59', '2027-01-01 00:00:00',
]; // prettier-ignore

const garbage: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    { a: { b: [1, { c: null }] } },
    ...ODD_TEXTS,
    ...ODD_NUMBERS,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const text = ({ length, codes }: Field): Arbitrary<unknown> => {
  const most = Math.min(charactersOf(length), 40);
  const list = codes === undefined ? undefined : codeList(codes);
  const free = fc.oneof(fc.string({ maxLength: most }), fc.nat().map(String), fc.nat());
  return list && list.codes.size > 0 ? fc.oneof(fc.constantFrom(...list.codes.keys()), free) : free;
};

const number = ({ scale }: Field): Arbitrary<unknown> => {
  const units = fc.oneof(fc.integer({ min: -100, max: 10_000_000 }), fc.integer({ min: -9e15, max: 9e15 }));
  return units.chain((value) => fc.constantFrom<unknown>(value / 10 ** scale, printScaled(value, scale)));
};

/** A value of the right kind in one of the spellings that clients use. */
const right = (field: Field): Arbitrary<unknown> => {
  switch (field.type) {
    case 'string':
      return text(field);
    case 'number':
      return number(field);
    case 'date':
    case 'datetime':
      return fc.constantFrom(...TIMES);
    case 'boolean':
      return fc.constantFrom<unknown>(true, false, 'true', 0, '1');
    case 'bytes':
      return fc.base64String({ maxLength: 40 });
    case 'list':
      return fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 });
    case 'object':
      return fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
  }
};

const overlong = ({ length }: Field): Arbitrary<unknown> => {
  const most = charactersOf(length);
  return fc.constantFrom('长'.repeat(Number.isFinite(most) ? most + 1 : 5000), '9'.repeat(400), 'x'.repeat(5000));
};

/** Any value at all: right, odd, of another type, too long, unset, nested. */
export const anyValue = (field: Field): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: right(field) },
    {
      weight: 1,
      arbitrary: field.type === 'number' ? fc.constantFrom<unknown>(...ODD_NUMBERS) : fc.constantFrom(...ODD_TEXTS),
    },
    { weight: 1, arbitrary: overlong(field) },
    { weight: 2, arbitrary: garbage },
  );

/** A value that gets far: one of the workspace where it has any for that field. */
export const goodValue = (field: Field, living: Living): Arbitrary<unknown> => {
  const known = living[field.code];
  return known && known.length > 0 ? fc.constantFrom(...known) : right(field);
};

/** A good value, or with this chance (of 100) any. */
export const mixedValue = (field: Field, living: Living, trouble: number): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 100 - trouble, arbitrary: goodValue(field, living) },
    { weight: trouble, arbitrary: anyValue(field) },
  );
