import type { Workspace } from './workspace.ts';

/** 人员编号 of a persona of the seeds, or of one of the population by place and number: `610100-38`. */
export const personNumber = (workspace: Workspace, id: string): string | undefined => {
  const { place, n } = /^(?<place>\d{6})-(?<n>\d{1,9})$/.exec(id)?.groups ?? {};
  const life = place === undefined ? undefined : workspace.population().numbered({ place, n: Number(n) });
  if (life) return life.person.psn_no;
  const personas = workspace.world().store.reader.personas();
  return personas.find((row) => row.persona?.id === id)?.psn_no;
};
