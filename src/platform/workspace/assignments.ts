import { join } from 'node:path';
import { keptFile } from './kept.ts';

/** Which institution works in which workspace. */
export type Assignments = {
  readonly get: (fixmedins_code: string) => string | undefined;
  readonly all: () => readonly Assignment[];
  readonly put: (assignment: Assignment) => void;
  /** Forgets every institution of a workspace. */
  readonly drop: (workspace: string) => void;
};

export type Assignment = { readonly fixmedins_code: string; readonly workspace: string };

/** Kept in `assignments.json` of the data folder, so that it survives a restart; without a folder in memory. */
export const openAssignments = (dataDir: string | undefined): Assignments => {
  const path = dataDir === undefined ? undefined : join(dataDir, 'assignments.json');
  const file = keptFile<{ readonly assignments: readonly Assignment[] }>(path, { assignments: [] });
  const all = () => file.get().assignments;
  return {
    get: (fixmedins_code) => all().find((row) => row.fixmedins_code === fixmedins_code)?.workspace,
    all,
    put: (assignment) =>
      file.change({
        assignments: [...all().filter((row) => row.fixmedins_code !== assignment.fixmedins_code), assignment],
      }),
    drop: (workspace) => file.change({ assignments: all().filter((row) => row.workspace !== workspace) }),
  };
};
