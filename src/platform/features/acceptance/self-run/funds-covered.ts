import { control, type Server } from './control-api.ts';
import { SIX } from './diseases.ts';
import type { Stage } from './scene.ts';

type Status = {
  readonly sides: readonly {
    readonly rows: readonly { readonly id: string; readonly rehearsed: number; readonly rehearsalMet: boolean }[];
  }[];
};

/**
 * Whether every fund that the insured place's policies know for a disease has paid in rehearsals (row 16), by the code
 * of the disease: the acceptance kit of the sandbox judges that for the province of treatment. What it cannot judge,
 * for lack of policies, is not there.
 */
export const fundsCovered = async (
  server: Server,
  { role, treatment }: Stage,
): Promise<Readonly<Record<string, boolean>>> => {
  if (role !== 'treatment') return {};
  const status = await control<Status>(server, `/acceptance?province=${treatment}&role=treatment`);
  if (!status.ok) return {};
  const rows = status.value.sides.flatMap((side) => side.rows);
  return Object.fromEntries(
    SIX.flatMap(({ code }) => {
      const row = rows.find(({ id }) => id === `2.${code}.16`);
      return row && row.rehearsed > 0 ? [[code, row.rehearsalMet]] : [];
    }),
  );
};
