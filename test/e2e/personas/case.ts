import type { CivilDate } from '../../../src/kernel/civil-time.ts';
import type { Person } from '../../../src/platform/domain/person.ts';
import type { Settings } from '../../../src/platform/domain/settings.ts';

/** A text, or one that names a day so many days from the start of the workspace. */
export type Text = string | ((day: (daysFromStart: number) => CivilDate) => string);

/** A persona at a window, and what the HIS hears. What is not said here goes well. */
export type Case = {
  readonly who: string;
  readonly what: string;
  /** Absent: 深圳市沙箱第一人民医院. */
  readonly at?: string;
  /** Absent: the first disease of theirs, as 门诊慢特病. */
  readonly dise_codg?: string;
  readonly med_type?: string;
  readonly insutype?: string;
  /** insuplc_admdvs of the envelope; absent: the right one. */
  readonly insuplc?: string;
  readonly settings?: Partial<Settings>;
  /** The credential; absent: the card, the token or the certificate, the first of them that the persona has. */
  readonly show?: (person: Person) => Readonly<Record<string, string>>;
  /** err_msg by transaction. */
  readonly hears: Readonly<Record<string, Text>>;
  /** warn_msg by transaction. */
  readonly advice?: Readonly<Record<string, Text>>;
};
