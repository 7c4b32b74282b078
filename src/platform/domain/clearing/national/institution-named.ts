import type { Institution } from '../../institution.ts';
import type { Reader } from '../../../store/port.ts';

/** The institution of the sandbox that has this code, or exactly this name. */
export const institutionNamed = (reader: Reader, text: string): Institution | undefined =>
  reader.institution(text) ?? reader.institutions().find(({ fixmedins_name }) => fixmedins_name === text);
