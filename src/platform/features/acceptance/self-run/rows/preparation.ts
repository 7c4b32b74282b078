import type { Row } from '../row.ts';
import { AUTHENTICATE_CARD, CHECK_CARD } from '../steps/cards.ts';
import { DOWNLOAD_CHOSEN, DOWNLOAD_HOSPITAL, DOWNLOAD_OPENED, DOWNLOAD_QUALIFICATIONS } from '../steps/downloads.ts';
import {
  UPLOAD_CHOSEN,
  UPLOAD_HOSPITAL,
  UPLOAD_OPENED,
  UPLOAD_OUTSIDE,
  UPLOAD_QUALIFICATIONS,
} from '../steps/uploads.ts';
import { eachDisease, onePerson } from './cases.ts';

const numbered = (number: number) => ({ number: { treatment: `准备${number}`, insured: `准备${number}` } });

/** 测试前准备 of the script, in an order in which each finds what it needs: uploads before downloads. */
export const PREPARATION: readonly Row[] = [
  {
    key: 'upload-hospital',
    ...numbered(6),
    title: '医药机构信息上传 1603',
    cases: onePerson,
    steps: [UPLOAD_HOSPITAL],
  },
  {
    key: 'upload-opened',
    ...numbered(2),
    title: '开通病种信息上传 1620',
    cases: onePerson,
    steps: [UPLOAD_OPENED],
  },
  {
    key: 'upload-qualifications',
    ...numbered(1),
    title: '认定资格上传 1610',
    cases: eachDisease,
    steps: [UPLOAD_QUALIFICATIONS],
  },
  {
    key: 'upload-outside',
    title: '范围外病种的认定资格上传 1610',
    cases: onePerson,
    steps: [UPLOAD_OUTSIDE],
  },
  {
    key: 'upload-chosen',
    title: '选择的定点医疗机构上传 1625',
    cases: eachDisease,
    steps: [UPLOAD_CHOSEN],
  },
  {
    key: 'download-hospital',
    ...numbered(7),
    title: '医药机构信息下载 1803',
    cases: onePerson,
    steps: [DOWNLOAD_HOSPITAL],
  },
  {
    key: 'download-opened',
    ...numbered(3),
    title: '开通病种信息下载 1840',
    cases: eachDisease,
    steps: [DOWNLOAD_OPENED],
  },
  {
    key: 'download-qualifications',
    ...numbered(4),
    title: '认定资格下载 1824',
    cases: eachDisease,
    steps: [DOWNLOAD_QUALIFICATIONS],
  },
  {
    key: 'download-chosen',
    ...numbered(5),
    title: '选择的定点医疗机构下载 1825',
    cases: eachDisease,
    steps: [DOWNLOAD_CHOSEN],
  },
  {
    key: 'card',
    title: '卡内部认证 1903、鉴权 1904',
    cases: onePerson,
    steps: [AUTHENTICATE_CARD, CHECK_CARD],
  },
];
