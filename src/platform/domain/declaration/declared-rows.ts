import { placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import { addPeriods, isPeriod } from '../../../rules/clearing/period.ts';
import { windowsOf } from '../clearing/clearing-period.ts';
import { clearingRows, type ClearingReader, type ClearingRow } from '../clearing/clearing-rows.ts';
import type { Institution } from '../institution.ts';
import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Settings } from '../settings.ts';
import { clearingCategory } from './clearing-category.ts';
import { faultOfPage, type PageTexts } from './page.ts';

/** What 2172 to 2174 ask alike: rows of an agency and category in some months, declared 申报 or not. */
export type DeclarationAsked = PageTexts & {
  readonly fixmedins_code: string;
  readonly clr_type: string;
  readonly start_clrym: string;
  readonly end_clrym: string;
  readonly clr_optins: Admdvs;
  readonly clr_stas: string;
};

/** Fields of their inputs that must be there. */
export const DECLARATION_NEEDS = ['fixmedins_code', 'clr_type', 'start_clrym', 'end_clrym', 'clr_optins', 'clr_stas'];

export const DECLARATION_REFUSALS = ['institution-mismatch', 'periods-invalid', 'page-range'] as const;

/** What every one of them says of its status and numbers. */
export const DECLARATION_DIFFERENCES = [
  '申报在两定平台办理，没有公开接口：沙箱以 3261 已确认为 10 已申报，其余为 0 未申报，没有更后面的状态。',
  '清算类别 clr_type 可填本章的代码（如 310112 职工跨省门诊），也可填结算返回的代码（如 11 门诊）；接口表的长度 3 容不下前者。',
];

type Where = {
  readonly institution: Institution;
  readonly party: Party;
  readonly today: CivilDate;
  readonly settings: Settings;
};

const MOST_MONTHS = 12;

export const faultOfDeclaration = (asked: DeclarationAsked, { institution, party }: Where): Refusal | undefined => {
  const { fixmedins_code, start_clrym, end_clrym } = asked;
  const own = institution.fixmedins_code;
  if (fixmedins_code !== own) return refuse(party, 'institution-mismatch', fixmedins_code, own);
  const months = isPeriod(start_clrym) && isPeriod(end_clrym);
  if (!months || start_clrym > end_clrym || end_clrym >= addPeriods(start_clrym, MOST_MONTHS)) {
    return refuse(party, 'periods-invalid', start_clrym, end_clrym);
  }
  return faultOfPage(asked, party);
};

/** 清算状态: 10 已申报, 0 未申报. */
export const statusOf = ({ standing }: ClearingRow): '10' | '0' => (standing.state === 'confirmed' ? '10' : '0');

/** The rows that are asked for, or why nothing is answered. */
export const declaredRows = (
  reader: ClearingReader,
  asked: DeclarationAsked,
  where: Where,
): readonly ClearingRow[] | Refusal => {
  const fault = faultOfDeclaration(asked, where);
  if (fault) return fault;
  const { institution, today, settings } = where;
  const months = { from: asked.start_clrym, to: asked.end_clrym };
  const { clr_type, clr_optins, clr_stas } = asked;
  return clearingRows(reader, institution.fixmedins_code, months, today, windowsOf(settings)).filter((row) => {
    const { settlement } = row;
    const category = clr_type === settlement.clr_type || clr_type === clearingCategory(settlement, institution);
    return category && placeOf(settlement.clr_optins) === placeOf(clr_optins) && statusOf(row) === clr_stas;
  });
};
