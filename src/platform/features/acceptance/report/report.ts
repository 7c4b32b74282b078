import type { Acceptance, AcceptanceSource } from '../acceptance.ts';
import type { Address } from '../next/curl.ts';
import { statusOf, type Status } from '../status.ts';
import { conclusionOf, noticesInWords } from './conclusion.ts';
import { formOf, type Form } from './form.ts';
import type { FormRow } from './form-row.ts';
import { formHtml } from './html.ts';
import { junitOf } from './junit.ts';

/** The forms in which the official result form leaves the sandbox. */
export const REPORT_FORMATS = ['html', 'json', 'junit'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The report as text. */
export const reportOf = (
  acceptance: Acceptance,
  source: AcceptanceSource,
  address: Address,
  format: ReportFormat,
): string => {
  if (format === 'html') return formHtml(formOf(acceptance, source), address);
  const status = statusOf(acceptance, source, address);
  if (format === 'junit') return junitOf(status);
  return `${JSON.stringify(reportJson(formOf(acceptance, source), status), null, 2)}\n`;
};

/** The form with its sentences, the evidence by trace, and the status of every row behind it. */
const reportJson = (form: Form, status: Status) => ({
  form: {
    ...form,
    transactions: form.transactions.map(lineJson),
    diseases: form.diseases.map(lineJson),
    conclusion: conclusionOf(form),
    notice: noticesInWords(form),
  },
  status,
});

const lineJson = ({ evidence, answers: _, ...row }: FormRow) => ({
  ...row,
  evidence: evidence.map(({ trace }) => trace),
});
