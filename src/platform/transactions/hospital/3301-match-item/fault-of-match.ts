import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import type { Party } from '../../../domain/party.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** Why a match cannot be taken: the code is not in the catalogue, of another kind there, or the days are turned. */
export const faultOfMatch = (
  { med_list_codg, list_type, begndate, enddate }: Input['data'],
  item: CatalogueItem | undefined,
  place: Admdvs,
  by: Party,
): Refusal | undefined => {
  if (!item) return refuse(by, 'item-unknown', med_list_codg, place);
  if (item.list_type !== list_type) return refuse(by, 'list-type-mismatch', list_type, med_list_codg, item.list_type);
  if (enddate !== undefined && enddate < begndate) return refuse(by, 'match-dates', begndate, enddate);
  return undefined;
};
