import type { ServerOptions } from '../server/options.ts';

export type StepOptions = ServerOptions & {
  readonly institution: readonly string[];
  readonly department?: string;
  readonly phone?: string;
  readonly vendor?: string;
  readonly type?: readonly string[];
  readonly planned?: string;
  readonly compiledBy?: string;
  readonly problems?: string;
  readonly summary?: string;
  readonly note?: string;
};

/** A step of the flow 接入 as the control API takes it; what is not written is left out. */
export const stepBody = (step: string, options: StepOptions): object => {
  const { institution, department, phone, vendor, type, planned, compiledBy, problems, summary, note } = options;
  const given = { department, phone, vendor, types: type, plannedOn: planned, compiledBy, problems, summary, note };
  return { step, institutions: institution, ...given };
};
