import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { CivilDateTime } from '../../../../kernel/civil-time.ts';
import type { Bill } from './bill.ts';
import type { Cast, Member } from './cast.ts';
import type { Credential } from './credentials.ts';
import type { Disease } from './diseases.ts';

/** In which role the province is tested: 就医省, whose hospital treats, or 参保省, whose insured are treated. */
export type Role = 'treatment' | 'insured';

/** The institution that treats. */
export type Hospital = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly uscc: string;
  readonly hosp_lv: string;
  /** Its place of treatment 就医地. */
  readonly place: Admdvs;
};

/** Two provinces, the hospital of the one and the insured of the other, and a third one that must see nothing. */
export type Stage = {
  readonly role: Role;
  readonly treatment: Admdvs;
  readonly hospital: Hospital;
  readonly insured: Admdvs;
  /** The place 统筹区 at which the cast is insured. */
  readonly insuplc: Admdvs;
  readonly third: Admdvs;
  readonly cast: Cast;
};

/** Who is treated, for what, with which credential, at what cost. */
export type Case = {
  /** How it is told: 职工在职，社会保障卡. */
  readonly words: string;
  readonly person: Member;
  readonly disease: Disease;
  readonly credential: Credential;
  readonly bill: Bill;
};

/** What earlier steps of the case left for later ones. */
export type Kept = {
  /** 就诊登记号 */
  readonly regno?: string;
  /** A visit number 就诊顺序号 that no settlement has used yet. */
  readonly mdtrtsn?: string | undefined;
  readonly trial?: unknown;
  readonly settled?: Moved;
  readonly refunded?: Moved;
};

/** A settlement or refund: the message that made it, its visit number, what was answered. */
export type Moved = { readonly msgid: string; readonly mdtrtsn: string; readonly output: unknown };

/** All that a step looks at. */
export type Scene = {
  readonly stage: Stage;
  readonly one: Case;
  readonly now: CivilDateTime;
  /** A number that nothing else carries. */
  readonly fresh: string;
  readonly kept: Kept;
};
