import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import { inForce } from './disease-list.ts';

/** What a place of treatment pays under one disease 病种支付范围, while the row holds (医保办发〔2024〕19号 二（二）). */
export type PaymentScope = {
  readonly place: Admdvs;
  /** 病种代码 */
  readonly disease: string;
  /** Beginnings of 医疗目录编码; a whole code is the beginning of itself only. */
  readonly items: readonly string[];
  /** First day. */
  readonly from: CivilDate;
  /** Last day; absent = still in force. */
  readonly to?: CivilDate;
};

/** Says that a line has to be settled in another way; the words are those that hospitals know. */
const OUTSIDE = '不在本病种支付范围，请按普通门诊另行结算';

/** The list of a place for a disease on a day; without one there is no limit. */
export const paymentScope = (
  scopes: readonly PaymentScope[],
  place: Admdvs,
  disease: string,
  on: CivilDate,
): PaymentScope | undefined =>
  scopes.find((scope) => scope.place === place && scope.disease === disease && inForce(scope, on));

/** Why an item is not paid under the disease, or nothing. */
export const outsideScope = (scope: PaymentScope | undefined, med_list_codg: string): string | undefined =>
  scope === undefined || scope.items.some((beginning) => med_list_codg.startsWith(beginning)) ? undefined : OUTSIDE;
