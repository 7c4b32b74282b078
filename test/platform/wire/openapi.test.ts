import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../../scripts/generated-files.ts';
import { openApiOf, type Behaved } from '../../../src/platform/wire/openapi.ts';
import { loadEnvelope } from '../../../src/platform/wire/load-table.ts';
import { projectRoot } from '../../../src/platform/project-root.ts';
import { missing } from '../../../src/platform/wire/read.ts';
import { catalogue } from '../../../src/platform/transactions/catalogue.ts';
import { hospital, tableOf } from './table-of.ts';

const committed = (path: string): string | undefined => {
  const file = join(projectRoot(), path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

describe('what is generated', () => {
  it('rests on needs that the tables have', () => {
    for (const { door, infno, needs, table } of catalogue) {
      const found = missing(tableOf(table?.door ?? door, table?.infno ?? infno), {}, needs);
      expect(found.length > 0, `${door} ${infno}`).toBe(needs.length > 0);
    }
  });

  it('is up to date: run `npm run generate` and commit', () => {
    const files = generatedFiles();
    expect([...files].filter(([path, text]) => committed(path) !== text).map(([path]) => path)).toEqual([]);
    expect([...files.keys()]).toContain('openapi/hospital.openapi.json');
    expect([...files.keys()]).toContain('openapi/national.openapi.json');
  });
});

type Schema = {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly 'x-fidelity'?: string;
};
type Media = { readonly schema: { readonly allOf: readonly Schema[] }; readonly examples?: object };
type Operation = {
  readonly operationId: string;
  readonly 'x-fidelity': string;
  readonly 'x-behaviour': boolean;
  readonly 'x-needs'?: readonly string[];
  readonly requestBody: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: { readonly 200: { readonly content: Readonly<Record<string, Media>> } };
};
type Document = {
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema & { readonly description?: string }>> };
};

const documentOf = (behaved: readonly Behaved[]): Document => {
  const page = {
    door: 'hospital',
    title: '',
    description: '',
    version: '1',
    path: '/hsa/hgs',
    envelope: { infver: '1' },
  };
  const tables = ['2204', '2205', '2208', '90100'].map(hospital);
  return openApiOf(page, tables, loadEnvelope(), behaved) as unknown as Document;
};

const bodyOf = (media: Readonly<Record<string, Media>>, key: 'input' | 'output'): Schema | undefined =>
  media['application/json']?.schema.allOf[1]?.properties?.[key];

describe('the OpenAPI document of a door', () => {
  const needs = ['feedetail[].cnt'];
  const examples = [{ title: '一条明细', input: { feedetail: [] } }];
  const { paths, components } = documentOf([{ door: 'hospital', infno: '2204', needs, examples }]);
  const operation = (infno: string) => paths[`/hsa/hgs/${infno}`]?.post;

  it('has an operation for each table, with its fidelity and whether it has behaviour', () => {
    expect(Object.keys(paths)).toEqual(['/hsa/hgs/2204', '/hsa/hgs/2205', '/hsa/hgs/2208', '/hsa/hgs/90100']);
    expect(operation('2204')).toMatchObject({
      operationId: 'hospital-2204',
      'x-fidelity': 'documented',
      'x-behaviour': true,
      'x-needs': needs,
    });
    expect(operation('2205')).toMatchObject({ 'x-behaviour': false });
    expect(operation('90100')).toMatchObject({ 'x-fidelity': 'reconstructed' });
  });

  it('describes every field with its name, its length and its own fidelity', () => {
    const line = bodyOf(operation('2204')?.requestBody.content ?? {}, 'input')?.properties?.['feedetail']?.items;
    expect(line?.properties?.['mdtrt_id']).toEqual({
      title: '就诊ID',
      type: 'string',
      maxLength: 30,
      'x-fidelity': 'documented',
    });
    expect(line?.properties?.['prd_days']).toMatchObject({ type: ['number', 'null'], 'x-length': '4,2', 'x-scale': 2 });
    const refund = bodyOf(operation('2208')?.responses[200].content ?? {}, 'output')?.anyOf?.[0];
    expect(refund?.properties?.['setlinfo']?.properties?.['psn_cash_pay']).toMatchObject({
      'x-fidelity': 'reconstructed',
    });
  });

  it('requires of an answer every key, and of a request what the table requires', () => {
    const line = bodyOf(operation('2204')?.requestBody.content ?? {}, 'input')?.properties?.['feedetail']?.items;
    expect(line?.required).toContain('pric');
    expect(line?.required).not.toContain('memo');
    const answer = bodyOf(operation('2204')?.responses[200].content ?? {}, 'output')?.anyOf?.[0];
    expect(answer?.properties?.['result']?.items?.required).toContain('memo');
  });

  it('tells the values of code lists, the ones of real clients marked', () => {
    expect(components.schemas['codes.hosp_appr_flag']?.description).toBe(
      '0 无须审批；1 审批通过；2 审批不通过。各地可在其下细分。',
    );
    expect(components.schemas['codes.opter_type']).toMatchObject({ 'x-clients': { 2: '自助终端', 3: '移动终端' } });
  });

  it('gives an answer without output as null, and rows without a name as an array', () => {
    expect(bodyOf(operation('2205')?.responses[200].content ?? {}, 'output')).toEqual({
      title: '交易输出',
      type: 'null',
    });
    expect(bodyOf(operation('90100')?.responses[200].content ?? {}, 'output')?.anyOf?.[0]?.type).toBe('array');
  });

  it('says how a province signs in at the national door, and that a hospital does not', () => {
    const document = (door: string) =>
      JSON.parse(committed(`openapi/${door}.openapi.json`) ?? '') as {
        security: object[];
        components: { securitySchemes?: object };
      };
    expect(document('national').security).toEqual([{ province: [] }]);
    expect(document('national').components.securitySchemes).toMatchObject({
      province: { type: 'http', scheme: 'basic' },
    });
    expect(document('hospital').security).toEqual([]);
    expect(document('hospital').components).not.toHaveProperty('securitySchemes');
  });

  it('calls number, input and output of the credential door as its envelope does', () => {
    const { paths, info } = JSON.parse(committed('openapi/credential.openapi.json') ?? '') as Document & {
      info: { title: string };
    };
    expect(info.title).toContain('医保电子凭证');
    const scan = paths['/localcfc/api/hsecfc/ec.query']?.post;
    const sent = scan?.requestBody.content['application/json']?.schema.allOf[1]?.properties;
    expect(Object.keys(sent ?? {})).toEqual(['transType', 'data']);
    expect(scan?.responses[200].content['application/json']?.schema.allOf[1]?.properties).toHaveProperty('data');
  });

  it('puts the named examples into an envelope', () => {
    expect(operation('2204')?.requestBody.content['application/json']?.examples).toEqual({
      'example-1': { summary: '一条明细', value: { infno: '2204', infver: '1', input: { feedetail: [] } } },
    });
  });
});
