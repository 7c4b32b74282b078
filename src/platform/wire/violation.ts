import { maskRealNumbers } from '../../kernel/identity-number.ts';

/** How a message breaks its table. Whether it can be decided nevertheless is up to the needs of the transaction. */
export type ViolationKind = 'missing' | 'type' | 'length' | 'scale' | 'range' | 'format' | 'codes' | 'rows';

export type Violation = {
  /** `input.feedetail[3].cnt` */
  readonly path: string;
  /** Chinese name of the field; the node's own name where the node as a whole is meant. */
  readonly name: string;
  readonly kind: ViolationKind;
  /** What came, shortened, identity numbers of real persons masked; empty where nothing came. */
  readonly got: string;
  readonly allowed: string;
  /** All of it in one plain Chinese sentence. */
  readonly text: string;
};

/** More than this is no list any more: the rest of a hopeless message goes unsaid. */
const MOST = 100;
const LONGEST = 40;
/** Long enough to see an identity number as a whole before it is cut. */
const LOOKED_AT = 200;

/** What came, fit to be shown. */
export const describe = (raw: unknown): string => {
  if (Array.isArray(raw)) return `列表（${raw.length} 行）`;
  if (typeof raw === 'object' && raw !== null) return '对象';
  const text = maskRealNumbers(String(raw).slice(0, LOOKED_AT));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** What one reading has found so far. */
export type Notes = Violation[];

/** What is read of a field, so that a violation can name it. */
export type Spot = { readonly path: string; readonly name: string };

/** Lists a breach; `raw` undefined: nothing came. `outcome` says what became of the value. */
export const note = (
  notes: Notes,
  spot: Spot,
  kind: ViolationKind,
  raw: unknown,
  allowed: string,
  outcome = '',
): undefined => {
  if (notes.length >= MOST) return;
  const got = raw === undefined ? '' : describe(raw);
  const wanted = raw === undefined ? `为${allowed}，未传` : `收到“${got}”，应为${allowed}`;
  const text = `${spot.name}（${spot.path}）${wanted}${outcome === '' ? '' : `，${outcome}`}`;
  notes.push({ path: spot.path, name: spot.name, kind, got, allowed, text });
};
