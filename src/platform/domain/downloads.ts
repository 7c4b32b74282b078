import { placeOf, provinceOf, type Admdvs } from '../../kernel/admdvs.ts';
import { dateTimeOf, instantOf, type CivilDateTime, type Instant } from '../../kernel/civil-time.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Upload } from './upload.ts';

/** So many rows a download or query answers (sandbox; 3260 of hospitals has as many). */
export const PAGE = 100;

/** What `faultOfStart` may say. */
export const PAGE_REFUSALS = ['startrow-invalid'] as const;

/** Where a page begins, from 1, and the moment since which rows must have changed. */
export type PageAsked = { readonly startrow?: number; readonly updt_time?: CivilDateTime };

/** Rows are asked for whole seconds; without a time all of them are meant. */
export const changedSince = ({ updt_time }: PageAsked): Instant => (updt_time === undefined ? 0 : instantOf(updt_time));

/** A page begins at a row from 1 on. */
export const faultOfStart = ({ startrow = 1 }: PageAsked, by: Party): Refusal | undefined =>
  Number.isSafeInteger(startrow) && startrow >= 1 ? undefined : refuse(by, 'startrow-invalid', startrow);

/** The page that begins at that row; empty past the end. */
export const pageFrom = <Row>(rows: readonly Row[], { startrow = 1 }: PageAsked): readonly Row[] =>
  rows.slice(startrow - 1, startrow - 1 + PAGE);

/**
 * A page of uploads as a download answers it. In the order of their keys, which never change: a row that changes
 * between two pages keeps its position, so that no other one slips past a page's edge unseen.
 */
export const uploadPage = <Row>(uploads: readonly Upload[], asked: PageAsked) => ({
  totalrow: uploads.length,
  data: pageFrom(uploads.toSorted(byKey), asked).map(
    ({ row, updatedAt }) => ({ ...row, updt_time: dateTimeOf(updatedAt) }) as Row,
  ),
});

const byKey = (a: Upload, b: Upload): number => (a.key < b.key ? -1 : a.key === b.key ? 0 : 1);

/** Whether a place is the one that was asked for, or lies in it: xx0000 asks for a whole province. */
export const isWithin = (place: Admdvs | undefined, asked: Admdvs | undefined): boolean =>
  asked === undefined ||
  (place !== undefined && (asked === provinceOf(asked) ? provinceOf(place) : placeOf(place)) === placeOf(asked));
