import type { DiseaseList } from '../../../rules/scope/disease-list.ts';
import { entitles } from '../../../rules/scope/entitles.ts';
import type { Entitlement } from '../application.ts';
import { nationalCodeOf } from '../eligibility.ts';
import { farAway } from '../far-away.ts';
import { coversPlace } from '../filing.ts';
import { isChronic } from '../med-type.ts';
import { validOn } from '../person.ts';
import type { Settlement } from '../settlement.ts';

/** The first settlement in force that rests on a filing, a qualification or a choice, if any. */
export const useOf = (
  held: Entitlement,
  settlements: readonly Settlement[],
  diseases: DiseaseList,
): Settlement | undefined =>
  settlements.find(
    (row) =>
      row.state === 'effective' &&
      row.refundOf === undefined &&
      validOn(held.row, row.serviceDate) &&
      restsOn(held, row, diseases),
  );

const restsOn = (held: Entitlement, settlement: Settlement, diseases: DiseaseList): boolean => {
  const { insutype } = settlement.visitor;
  if (held.kind === 'filing') return farAway(settlement) && coversPlace(held.row, settlement);
  if (!isChronic(settlement.med_type) || held.row.insutype !== insutype) return false;
  if (held.kind === 'chosen-institution') return held.row.fixmedins_code === settlement.fixmedins_code;
  return entitles(diseases, nationalCodeOf(held.row), settlement.dise_codg ?? '', settlement.serviceDate);
};
