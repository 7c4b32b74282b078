import type { Visit } from './visit.ts';
import { listOf, optional, textOf, type Written } from './written-value.ts';

/** What the conditions of a case ask about: the visit, and the class that the place puts its disease in. */
export type Facts = { readonly visit: Visit; readonly diseaseClass: string | undefined };

/** 在职, 退休 of 职工; 学生儿童, 成年居民 of 居民. */
const groupOf = ({ insutype, person }: Visit): string => {
  if (insutype === '310') return person.retired ? '退休' : '在职';
  return person.student ? '学生儿童' : '成年居民';
};

/** Whether a case applies: every condition that it writes must hold. */
export const fits = (when: Written | undefined, { visit, diseaseClass }: Facts): boolean => {
  const { person } = visit;
  const among = (name: string, facts: readonly (string | undefined)[]): boolean => {
    const wanted = optional(when, name);
    return wanted === undefined || listOf(wanted).some((one) => facts.includes(textOf(one)));
  };
  const reached = (name: string, fact: number): boolean => {
    const wanted = optional(when, name);
    return wanted === undefined || fact >= Number(textOf(wanted));
  };
  return (
    among('benefit', [visit.benefit]) &&
    among('disease', [visit.disease]) &&
    among('class', [diseaseClass]) &&
    among('level', [visit.level]) &&
    among('filing', [visit.filing]) &&
    among('group', [groupOf(visit)]) &&
    reached('age_from', person.age) &&
    among('identity', person.identities) &&
    among('civil_servant', [person.civilServant ? 'yes' : 'no']) &&
    among('employer_plan', [person.employerPlan ? 'yes' : 'no']) &&
    among('grade', [person.grade]) &&
    reached('insured_months_from', person.insuredMonths)
  );
};
