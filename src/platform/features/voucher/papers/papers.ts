import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Cell } from '../../../domain/voucher/onboarding/matrix.ts';
import type { Onboarding } from '../../../domain/voucher/onboarding/onboarding.ts';
import { checklistPaper } from './checklist-paper.ts';
import { launchPaper } from './launch-paper.ts';
import type { Paper } from './paper.ts';
import { testReportData } from './test-report.ts';
import { testReportPaper } from './test-report-paper.ts';

/** The papers that a city bureau gathers: 接入清单 and 上线确认报告. */
export const CITY_PAPERS: Readonly<Record<string, typeof checklistPaper>> = {
  checklist: checklistPaper,
  launch: launchPaper,
};

/** The 测试报告 of an institution; `traffic` is not looked at once it was issued. */
export const testPaper = (
  institution: Institution,
  standing: Onboarding,
  traffic: readonly Cell[],
  now: Instant,
  url: string,
): Paper => testReportPaper(testReportData(institution, standing, traffic, now), url);
