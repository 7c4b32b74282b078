import type { Admdvs } from '../../../kernel/admdvs.ts';
import { instantOf, type CivilDate } from '../../../kernel/civil-time.ts';
import type { CatalogueItem } from '../../../rules/catalogue/catalogue-item.ts';
import type { Disease } from '../../../rules/scope/disease-list.ts';
import { listedDays, recordNumber } from '../catalogue-record.ts';
import type { CatalogueFile } from './columns.ts';

/** What a record says, by column; what is not named is unset. */
export type CatalogueRecord = Readonly<Record<string, string>>;

/** What the files are made of. */
export type Catalogue = {
  readonly place: Admdvs;
  readonly items: readonly CatalogueItem[];
  readonly diseases: readonly Disease[];
};

/** 目录类别 list_type of each file of items. */
const LIST_TYPES: { readonly [File in CatalogueFile]?: string } = {
  '1301': '101',
  '1302': '102',
  '1303': '103',
  '1305': '201',
  '1306': '301',
};

/** The version of a record (sandbox): the day of its last change as a number. */
const versionOf = (updt_time: CivilDate): string => updt_time.replace(/-/g, '');

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 1970-01-01 was a Thursday. */
const weekday = (day: CivilDate): string => DAYS[(Math.floor(instantOf(`${day} 12:00:00`) / 86_400_000) + 4) % 7] ?? '';

/** `Sat Jan 01 00:00:00 CST 2022`: the files print a Java date. */
const javaDate = (day: CivilDate): string => {
  const [year, month, date] = day.split('-');
  return `${weekday(day)} ${MONTHS[Number(month) - 1] ?? ''} ${date ?? ''} 00:00:00 CST ${year ?? ''}`;
};

const ofItem = (item: CatalogueItem, place: Admdvs): CatalogueRecord => {
  const { begndate, updt_time } = listedDays(item);
  return {
    med_list_codg: item.med_list_codg,
    drug_genname: item.name,
    drug_prodname: item.prodname ?? item.name,
    reg_name: item.name,
    tcmherb_name: item.name,
    servitem_name: item.name,
    mcs_name: item.name,
    hi_genname: item.name,
    ...(item.dosform !== undefined && { drug_dosform_name: item.dosform, dosform_name: item.dosform }),
    ...(item.spec !== undefined && { drug_spec: item.spec, spec: item.spec }),
    lmt_used_flag: item.lmt_used_flag,
    bas_medn_flag: item.bas_medn_flag,
    hi_nego_drug_flag: item.hi_nego_drug_flag,
    chld_medc: item.chld_medc_flag,
    nat_hi_druglist_chrgitm_lv: item.chrgitm_lv,
    begndate,
    begntime: javaDate(begndate),
    vali_flag: '1',
    rid: recordNumber(place, item.med_list_codg),
    crte_time: javaDate(begndate),
    updt_time: javaDate(updt_time),
    ver: versionOf(updt_time),
    ver_name: versionOf(updt_time),
  };
};

const ofDisease = ({ code, name, category, under, from }: Disease, place: Admdvs): CatalogueRecord => ({
  opsp_dise_code: code,
  opsp_dise_name: name,
  opsp_dise_majcls_name: category,
  opsp_dise_majcls_code: under ?? code,
  admdvs: place,
  vali_flag: '1',
  rid: recordNumber(place, code),
  crte_time: javaDate(from),
  updt_time: javaDate(from),
  ver: versionOf(from),
  ver_name: versionOf(from),
});

/** The records of a file that are newer than a version. The sandbox has no diagnoses, operations or payment groups. */
export const recordsOf = (
  file: CatalogueFile,
  { place, items, diseases }: Catalogue,
  after: number,
): CatalogueRecord[] => {
  const list_type = LIST_TYPES[file];
  const ofFile = items.filter((item) => list_type !== undefined && item.list_type === list_type);
  const records =
    file === '1309' ? diseases.map((disease) => ofDisease(disease, place)) : ofFile.map((item) => ofItem(item, place));
  return records.filter(({ ver = '' }) => Number(ver) > after);
};
