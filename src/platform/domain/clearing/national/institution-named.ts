import type { Institution } from '../../institution.ts';

type Institutions = {
  readonly institution: (fixmedins_code: string) => Institution | undefined;
  readonly institutions: () => Institution[];
};

/** The institution of the sandbox that has this code, or exactly this name. */
export const institutionNamed = (reader: Institutions, text: string): Institution | undefined =>
  reader.institution(text) ?? reader.institutions().find(({ fixmedins_name }) => fixmedins_name === text);
