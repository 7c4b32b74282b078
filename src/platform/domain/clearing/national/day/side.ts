import { provinceOf, type Admdvs } from '../../../../../kernel/admdvs.ts';
import type { Settlement } from '../../../settlement.ts';
import type { DayEntry, DayLeg } from '../records.ts';

/** What one party has of a day in a treatment province: what stands, and what it has reversed 已冲正. */
export type Listing = { readonly rows: Map<string, DayEntry>; readonly reversed: Map<string, DayEntry> };

/** A day in one treatment province as all three parties have it. */
export type Side = {
  readonly nation: Listing;
  readonly treatment: Listing;
  readonly insured: Listing;
  /** The insured province of each number. */
  readonly payers: Map<string, Admdvs>;
  /** Rows of the nation of which a party has no list here: not missed, and not compared. */
  readonly unlisted: { readonly [Leg in DayLeg]: Set<string> };
};

/** The sides of a day by treatment province. */
export type Sides = Map<Admdvs, Side>;

const emptyListing = (): Listing => ({ rows: new Map(), reversed: new Map() });

/** The side of a province, opened where it is not there yet. */
export const sideOf = (sides: Sides, province: Admdvs): Side => {
  const side = sides.get(province) ?? {
    nation: emptyListing(),
    treatment: emptyListing(),
    insured: emptyListing(),
    payers: new Map(),
    unlisted: { treatment: new Set(), insured: new Set() },
  };
  sides.set(province, side);
  return side;
};

/** Enters a row into what a party has. */
export const enter = (sides: Sides, row: Settlement, party: 'nation' | DayLeg): Side => {
  const side = sideOf(sides, provinceOf(row.mdtrtarea));
  const { setl_id, shares, state } = row;
  const { medfee_sumamt, fund_pay_sumamt, acct_pay } = shares;
  const entry = { setl_id, medfee_sumamt, fund_pay_sumamt, acct_pay };
  if (state === 'reversed') side[party].reversed.set(setl_id, entry);
  else side[party].rows.set(setl_id, { ...entry, state });
  side.payers.set(setl_id, provinceOf(row.insuplc));
  return side;
};

/** Whether a party knows a number at all, reversed or not. */
export const knows = ({ rows, reversed }: Listing, setl_id: string): boolean =>
  rows.has(setl_id) || reversed.has(setl_id);
