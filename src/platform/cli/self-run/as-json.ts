import type { RolePlayed } from '../../features/acceptance/self-run/self-run.ts';
import { isPassed } from './outcome-in-words.ts';

/** What `--json` prints: every row with its cases and how many messages each took, without the messages themselves. */
export const asJson = (roles: readonly RolePlayed[]) => ({
  passed: roles.every(isPassed),
  roles: roles.map((role) => ({
    role: role.stage.role,
    treatment: role.stage.treatment,
    insured: role.stage.insured,
    insuplc: role.stage.insuplc,
    fixmedins_code: role.stage.hospital.fixmedins_code,
    passed: isPassed(role),
    rows: role.rows.map(({ cases, disease, ...row }) => ({
      ...row,
      ...(disease && { disease: disease.code }),
      cases: cases.map(({ exchanges, ...one }) => ({ ...one, messages: exchanges.length })),
    })),
    diseases: role.diseases.map(({ disease, ...counted }) => ({
      disease: disease.code,
      ...counted,
      fundsCovered: role.covered[disease.code] ?? null,
    })),
  })),
});
