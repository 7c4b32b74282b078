import { isAdmdvs, namedDivisions, placeName, placeOf, provinceOf, type Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { PolicyIndex } from '../../../rules/policy/load-policies.ts';
import type { Names } from '../../../rules/policy/sheet/condition-in-words.ts';
import { sheetOn, wholeSheet, type Sheet } from '../../../rules/policy/sheet/sheet.ts';
import { codeList } from '../../wire/dictionary.ts';
import { seedDiseases } from '../seed-diseases.ts';
import type { OwnPlace } from './own-policies.ts';
import type { PlaceFolder } from './place-folders.ts';
import { readShipped, shippedFolders } from './shipped.ts';
import { provinceTemplates, TEMPLATES } from './templates.ts';

/** A place of the book, and how its policies read. */
export type BookPlace = {
  readonly place: Admdvs;
  /** 西安市 */
  readonly name: string;
  readonly slug: string;
  /** Where its files are: `seeds/policies/610100-xian`. */
  readonly folder: string;
  /** The values on a day, one sheet a file. */
  readonly on: (date: CivilDate) => Sheet[];
  /** Every value that there ever was, one sheet a file. */
  readonly whole: () => Sheet[];
};

/** Every place with policies in the order of its code, the user's own before the shipped ones of the same code. */
export const policyBook = (own: readonly OwnPlace[] = []): readonly BookPlace[] => {
  const names = namesOfSeeds();
  const shipped = shippedFolders().filter(({ place }) => own.every((mine) => mine.place !== place));
  return [
    ...own.map((folder) => bookPlace(folder, () => folder.policies, names)),
    ...shipped.map((folder) => bookPlace(folder, () => readShipped(folder), names)),
  ].sort((a, b) => (a.place < b.place ? -1 : 1));
};

/**
 * The place of that code, of that name with or without 市, or of that name of its folder. A place without a folder is
 * its province's template, as in a settlement.
 */
export const findPlace = (book: readonly BookPlace[], text: string): BookPlace | undefined =>
  book.find(({ place, name, slug }) =>
    /^\d{6}$/.test(text) ? place === placeOf(text) : [...calls(name), slug].includes(text),
  ) ?? templatePlace(text);

const calls = (name: string): string[] => [name, name.replace(/市$/, '')];

const templatePlace = (text: string): BookPlace | undefined => {
  const named = namedDivisions().find(({ name }) => calls(name).includes(text))?.code;
  const place = placeOf(named ?? text);
  if (!isAdmdvs(place) || !isPlace(place)) return undefined;
  const template = provinceTemplates()(place);
  const folder = { place, slug: '', path: TEMPLATES, shown: TEMPLATES };
  return template.size === 0 ? undefined : bookPlace(folder, () => template, namesOfSeeds());
};

/** False for a province that is divided into places. */
const isPlace = (code: Admdvs): boolean => code !== provinceOf(code) || placeOf(`${code.slice(0, 2)}0100`) === code;

const bookPlace = ({ place, slug, shown }: PlaceFolder, read: () => PolicyIndex, names: Names): BookPlace => {
  const policies = () => [...read().values()];
  return {
    place,
    name: placeName(place),
    slug,
    folder: shown,
    on: (date) => policies().map((policy) => sheetOn(policy, names, date)),
    whole: () => policies().map((policy) => wholeSheet(policy, names)),
  };
};

const namesOfSeeds = (): Names => {
  const { crossProvince, local } = seedDiseases();
  const diseases = new Map([...local, ...crossProvince].map(({ code, name }) => [code, name]));
  const identities = codeList('psn_idet_type')?.codes;
  return { disease: (code) => diseases.get(code), identity: (code) => identities?.get(code) };
};
