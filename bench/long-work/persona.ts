import type { His, Patient } from '../../test/support/his.ts';

/** Whom the measured 1101 asks for, and most of the visits are of. */
export const personaOf = async (his: His): Promise<Patient> => {
  const { personas } = await his.control<{ personas: (Patient & { id: string })[] }>('GET', '/personas');
  const found = personas.find(({ id }) => id === 'xian-worker-hypertension-diabetes');
  if (!found) throw new Error('the persona is missing');
  return found;
};
