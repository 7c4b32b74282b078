import { placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate, CivilDateTime, Instant } from '../../../kernel/civil-time.ts';
import type { CatalogueItem } from '../../../rules/catalogue/catalogue-item.ts';
import { fetchableUntil } from '../keep-file.ts';
import type { Institution } from '../institution.ts';
import type { Library } from '../library.ts';
import { columnsOf, isCatalogueFile, type CatalogueFile } from './columns.ts';
import { recordsOf, type Catalogue } from './records.ts';

/** What a download transaction 目录下载 is told, and what it knows. */
type Asked = { readonly ver: string };
type Here = {
  readonly institution: Institution;
  readonly library: Library;
  readonly now: Instant;
  readonly today: CivilDate;
};

export const catalogueOf = (
  items: readonly CatalogueItem[],
  { institution, library }: Pick<Here, 'institution' | 'library'>,
): Catalogue => ({
  place: placeOf(institution.admdvs),
  items,
  diseases: library.diseases.crossProvince,
});

/** The version that a client has: anything that is no number of ours means everything. */
const versionAfter = (ver: string): number => (/^\d{1,8}$/.test(ver) ? Number(ver) : 0);

/**
 * 文件查询号: transaction, place and version in one, at most 30 characters, so that 9102 makes the very same file without
 * anything being kept.
 */
const fileNumber = (file: CatalogueFile, place: Admdvs, after: number): string => `${file}-${place}-${after}`;

/** A file as its number names it; undefined for a number of another form. */
export const fileNamed = (
  file_qury_no: string,
): { readonly file: CatalogueFile; readonly place: Admdvs; readonly after: number } | undefined => {
  const [, file = '', place = '', after = ''] = /^(\d{4})-(\d{6})-(\d{1,8})$/.exec(file_qury_no) ?? [];
  return isCatalogueFile(file) ? { file, place, after: Number(after) } : undefined;
};

/** What a download transaction answers: where the file can be fetched, and how many records it holds. */
export const announced = (
  file: CatalogueFile,
  { ver }: Asked,
  catalogue: Catalogue,
  { now }: Pick<Here, 'now'>,
): {
  readonly file_qury_no: string;
  readonly filename: string;
  readonly dld_end_time: CivilDateTime;
  readonly data_cnt: number;
} => {
  const after = versionAfter(ver);
  return {
    file_qury_no: fileNumber(file, catalogue.place, after),
    filename: `${file}_${catalogue.place}.zip`,
    dld_end_time: fetchableUntil(now),
    data_cnt: recordsOf(file, catalogue, after).length,
  };
};

/** The text of a file: a record a line, columns by TAB, `null` for what is unset. */
export const fileText = (file: CatalogueFile, catalogue: Catalogue, after: number): string => {
  const columns = columnsOf(file);
  const lines = recordsOf(file, catalogue, after).map((record) =>
    columns.map((column) => (record[column] ?? 'null').replace(/[\t\r\n]/g, ' ')).join('\t'),
  );
  return lines.map((line) => `${line}\n`).join('');
};
