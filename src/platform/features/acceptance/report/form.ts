import { placeName, placeOf, provinceName, provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import { dateOf, dateTimeOf, type CivilDateTime } from '../../../../kernel/civil-time.ts';
import type { Reader } from '../../../store/port.ts';
import type { Acceptance, AcceptanceSource } from '../acceptance.ts';
import type { Exchange } from '../evidence/exchange.ts';
import { nodeOf, textOf } from '../evidence/fields.ts';
import { formRows, type FormRow } from './form-row.ts';
import { openedBy, type OpenedPlace } from './opened.ts';
import { statisticsOf, type StatisticsRow } from './statistics.ts';

/** 附件3 跨省异地就医管理子系统门诊慢特病接口测试情况表, filled in from what came. */
export type Form = {
  readonly province: Admdvs;
  /** 单位名称 */
  readonly unit: string;
  /** 测试开始时间, 测试完成时间: the first and the last message that counts. */
  readonly startedAt?: CivilDateTime;
  readonly finishedAt?: CivilDateTime;
  readonly transactions: readonly FormRow[];
  readonly diseases: readonly FormRow[];
  readonly statistics: readonly StatisticsRow[];
  readonly figures: Figures;
  readonly notices: readonly Notice[];
  readonly opened: readonly OpenedPlace[];
  /** 全部测试通过: nothing blocks. */
  readonly passed: boolean;
  readonly blocking: number;
  /** Nothing that counts came: whatever is in the form is a rehearsal 自检. */
  readonly rehearsalOnly: boolean;
  readonly printedAt: CivilDateTime;
};

/** What the closing sentence of the form counts. */
export type Figures = {
  /** 统筹区 that took part, by name. */
  readonly places: readonly string[];
  readonly institutions: number;
  /** 交易: different transactions that succeeded, and how many messages. */
  readonly transactions: number;
  readonly messages: number;
  /** 病种 that are 是. */
  readonly diseases: number;
};

/** 告知书 of a place: uploaded when, or not. */
export type Notice = { readonly place: Admdvs; readonly name: string; readonly uploadedAt?: string };

/** Fills the form in. */
export const formOf = (acceptance: Acceptance, { reader, now }: AcceptanceSource): Form => {
  const { province, sides } = acceptance;
  const counting = sides.flatMap(({ traffic }) => traffic.counting.all).sort((a, b) => a.seq - b.seq);
  const rows = formRows(sides.flatMap(({ results }) => results));
  const blocking = sides.flatMap(({ results }) => results).filter(({ blocks }) => blocks).length;
  const opened = openedBy(reader, province, dateOf(now));
  const [first, last] = [counting[0], counting.at(-1)];
  return {
    province,
    unit: `${provinceName(province)}医疗保障局`,
    ...(first && { startedAt: dateTimeOf(first.at) }),
    ...(last && { finishedAt: dateTimeOf(last.at) }),
    ...rows,
    statistics: statisticsOf(sides),
    figures: figuresOf(counting, province, rows.diseases),
    notices: noticesOf(reader, opened),
    opened,
    passed: blocking === 0,
    blocking,
    rehearsalOnly: counting.length === 0,
    printedAt: dateTimeOf(now),
  };
};

const figuresOf = (counting: readonly Exchange[], province: Admdvs, diseases: readonly FormRow[]): Figures => {
  const done = counting.filter(({ ok, repeated }) => ok && !repeated);
  const places = done.flatMap(({ mdtrtarea, insuplc }) =>
    [mdtrtarea, insuplc].filter((place) => place !== '' && provinceOf(place) === province).map(placeOf),
  );
  const treated = done.filter((exchange) => exchange.door === 'national' && exchange.province === province);
  const institutions = treated.flatMap(({ input }) => textOf(nodeOf(input, 'data'), 'fixmedins_code') ?? []);
  return {
    places: [...new Set(places)].sort().map(placeName),
    institutions: new Set(institutions).size,
    transactions: new Set(done.map(({ infno }) => infno)).size,
    messages: done.length,
    diseases: diseases.filter(({ answer }) => answer === '是').length,
  };
};

/** Kept by the notices' own part: `notice:<place>` holds JSON with `uploadedAt`. */
const noticesOf = (reader: Pick<Reader, 'setting'>, places: readonly OpenedPlace[]): Notice[] =>
  places.map(({ place, name }) => {
    const uploadedAt = uploadedIn(reader.setting(`notice:${place}`));
    return { place, name, ...(uploadedAt !== undefined && { uploadedAt }) };
  });

const uploadedIn = (kept: string | undefined): string | undefined => {
  if (kept === undefined) return undefined;
  try {
    const { uploadedAt } = JSON.parse(kept) as { readonly uploadedAt?: unknown };
    return typeof uploadedAt === 'number' ? dateTimeOf(uploadedAt) : textOf({ uploadedAt }, 'uploadedAt');
  } catch {
    return undefined;
  }
};
