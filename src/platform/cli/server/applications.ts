/** An application at the insured place as the control API tells it. */
type ApplicationRow = {
  readonly trt_dcla_detl_sn: string;
  readonly state_name: string;
  readonly holds: boolean;
  readonly psn_no: string;
  readonly psn_name: string;
  readonly insuplc_name: string;
  readonly begndate: string;
  readonly enddate: string | null;
  readonly sent_by: string | null;
  readonly steps: readonly { readonly note: string | null }[];
};

/** A filing 备案. */
export type FilingRow = ApplicationRow & {
  readonly kind_name: string;
  readonly mdtrtarea_name: string;
  readonly fixmedins_code: string | null;
  readonly replaces: string | null;
};

/** A qualification 门诊慢特病认定. */
export type QualificationRow = ApplicationRow & {
  readonly insutype: string;
  readonly opsp_dise_code: string | null;
  readonly local_dise_code: string;
  readonly opsp_dise_name: string;
};

/** `自 2026-09-01 至 2027-03-01`; what never held has its days turned. */
export const daysInWords = ({ begndate, enddate }: Pick<ApplicationRow, 'begndate' | 'enddate'>): string => {
  if (enddate === null) return `${begndate} 起`;
  return enddate < begndate ? '从未生效' : `${begndate} 至 ${enddate}`;
};

/** The state, with the last remark. */
export const stateInWords = ({ state_name, steps }: ApplicationRow): string => {
  const note = steps.at(-1)?.note ?? null;
  return note === null ? state_name : `${state_name}（${note}）`;
};

/** `1234 秦未备：` before what became of it. */
export const headOf = ({ trt_dcla_detl_sn, psn_name }: ApplicationRow): string => `${trt_dcla_detl_sn} ${psn_name}`;

/** The query of a list: only what was said. */
export const listQuery = (asked: Readonly<Record<string, string | undefined>>): string => {
  const said = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return said.length === 0 ? '' : `?${new URLSearchParams(said as [string, string][]).toString()}`;
};
