import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../src/kernel/assert.ts';
import { catalogue } from '../src/platform/transactions/catalogue.ts';
import { typesOf } from '../src/platform/wire/generate-types.ts';
import { loadEnvelope, loadTable, tableNumbers } from '../src/platform/wire/load-table.ts';
import { openApiOf, type DoorPage } from '../src/platform/wire/openapi.ts';
import { projectRoot } from '../src/platform/project-root.ts';
import { asyncApi } from '../src/virtual-devices/protocol/asyncapi.ts';
import type { Table } from '../src/platform/wire/table.ts';
import { scenarioSchema } from '../src/platform/features/scenario/file/json-schema.ts';
import { withCoverage } from './coverage.ts';
import { policyPages } from './policy-pages.ts';
import { namesFile } from './generated-names.ts';

const version = (): string =>
  (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version;

const RULE =
  '字段名、类型、长度、必填与码表按所列来源；x-fidelity：documented 规范所载，reconstructed 据一处公开来源或推定，sandbox 沙箱自定。';

/** The same for every message of a workspace; the last four digits of msgid count up. */
const ENVELOPE = {
  msgid: '{fixmedins_code}202601010800000001',
  mdtrtarea_admvs: '{mdtrtarea_admvs}',
  insuplc_admdvs: '{insuplc_admdvs}',
  recer_sys_code: 'YBXT',
  infver: '1.0.0',
  opter_type: '1',
  opter: '001',
  opter_name: '收费员',
  inf_time: '2026-01-01 08:00:00',
  fixmedins_code: '{fixmedins_code}',
  fixmedins_name: '{fixmedins_name}',
  sign_no: '{sign_no}',
};

type Page = Omit<DoorPage, 'version'> & { readonly around?: 'credential-envelope' };

const PAGES: readonly Page[] = [
  {
    door: 'hospital',
    title: '跨省沙箱 定点医药机构接口',
    description: `医院信息系统使用的接口。POST …/hsa/hgs/{infno} 与 …/fsi/api/{任意} 等价。${RULE}`,
    path: '/hsa/hgs',
    envelope: ENVELOPE,
  },
  {
    door: 'national',
    title: '跨省沙箱 国家跨省异地就医管理子系统接口',
    description: `各省平台以就医省、参保省身份使用的接口。${RULE}`,
    path: '/national',
    envelope: ENVELOPE,
    signIn: {
      name: 'province',
      scheme: {
        type: 'http',
        scheme: 'basic',
        description:
          '用户名为省级区划（如 440000），密码为该省密钥，未另设的为 kuasheng-440000。沙箱自定，真实平台的方式未公开。',
      },
    },
  },
  {
    door: 'credential',
    title: '跨省沙箱 医保电子凭证接口',
    description: `医院窗口的医保电子凭证 SDK 使用的接口。POST …/localcfc/api/hsecfc/localQrCodeQuery 与 …/hsecfc/{transType} 等价。${RULE}`,
    path: '/localcfc/api/hsecfc',
    envelope: { orgId: '{fixmedins_code}', extra: {} },
    names: { infno: 'transType', input: 'data', output: 'data' },
    says: '成功 code 0，失败为负数（-2 用户取消）',
    around: 'credential-envelope',
  },
];

const tableOf = (door: string, infno: string): Table => {
  const table = loadTable(door, infno);
  must(table, `no table for ${door} ${infno}`);
  return table;
};

const tablesOf = (door: string): Table[] => tableNumbers(door).map((infno) => tableOf(door, infno));

type File = readonly [path: string, text: string];

const openApiFiles = (): File[] =>
  PAGES.map(({ around, ...page }) => {
    const document = openApiOf({ ...page, version: version() }, tablesOf(page.door), loadEnvelope(around), catalogue);
    return [`openapi/${page.door}.openapi.json`, `${JSON.stringify(document, null, 1)}\n`];
  });

const asyncApiFiles = (): File[] => [
  ['openapi/devices.asyncapi.json', `${JSON.stringify(asyncApi(version()), null, 1)}\n`],
];

/** Types that one transaction alone reads and writes stand beside its definition; a variant has those of its model. */
const ownTypes = (): File[] =>
  catalogue
    .filter(({ door, variantOf }) => (door === 'hospital' || door === 'credential') && variantOf === undefined)
    .map(({ door, infno, slug, needs }) => [
      `src/platform/transactions/${door}/${infno}-${slug}/wire.gen.ts`,
      typesOf(tableOf(door, infno), needs, '../../../../kernel'),
    ]);

/** National messages are written by one party and read by another: their types are the domain's. */
const nationalTypes = (): File[] =>
  catalogue
    .filter(({ door }) => door === 'national')
    .map(({ door, infno, needs }) => [
      `src/platform/domain/national/${infno}.gen.ts`,
      typesOf(tableOf(door, infno), needs, '../../../kernel'),
    ]);

const readmes = (): File[] => ['README.md', 'README.zh-CN.md'].map((path) => [path, withCoverage(path)]);

/** For editors: what a scenario's file may say. */
const scenarioForms = (): File[] => [
  ['scenarios/scenario.schema.json', `${JSON.stringify(scenarioSchema(), null, 1)}\n`],
];

const names = (): File[] => [['seeds/names/zh-cn.yaml', namesFile()]];

/** Everything that `npm run generate` writes: path below the project root → text. Changes nothing. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...openApiFiles(),
    ...asyncApiFiles(),
    ...ownTypes(),
    ...nationalTypes(),
    ...readmes(),
    ...policyPages(),
    ...names(),
    ...scenarioForms(),
  ]);
