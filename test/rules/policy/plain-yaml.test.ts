import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { plainYaml } from '../../../src/rules/policy/plain-yaml.ts';
import { parseYaml } from '../../../src/rules/policy/yaml-document.ts';
import { files as seedFiles } from '../../platform/workspace/seeds/shipped-seeds.ts';
import { seedPolicyFiles } from '../seed-policies.ts';

const files = [...seedFiles, ...seedPolicyFiles()];

/** What the yaml package says: the value, or nothing where it finds fault. */
const inFull = (text: string): unknown => {
  const document = parseYaml('a.yaml', text);
  return Array.isArray(document) ? undefined : document.value;
};

it('reads block and flow maps and lists, comments left out', () => {
  const text = `
# head
about: 一张表 # tail
rows:
  - { code: 02, days: [-1y, +2y] }
  - code: 03
    days:
      - today
  - { code: 04,
      days: [today] }
`;
  expect(plainYaml(text)).toEqual({
    about: '一张表',
    rows: [
      { code: '02', days: ['-1y', '+2y'] },
      { code: '03', days: ['today'] },
      { code: '04', days: ['today'] },
    ],
  });
});

it.each(files.map(({ name, text }) => [name, text]))('reads %s as the yaml package does', (_, text) => {
  expect(plainYaml(text)).toEqual(inFull(text));
});

it.each([
  "a: 'quoted'",
  'a: "quoted"',
  'a: >-\n  folded\n  text',
  'a: &anchor b',
  'a: *alias',
  'a: !tag b',
  'a: b: c',
  'a: [b, c',
  'a: { b: c, }',
  'a: []',
  'a:',
  'a: b\na: c',
  'a: b\n  c',
  'a: b\n c: d',
  'a:\n- b',
  '- - a',
  '? a',
  '---\na: b',
  'a:\tb',
  'a: b\r\n',
  'a: b\u3000# c',
  'just text',
  '',
])('leaves %j to the yaml package', (text) => {
  expect(plainYaml(text)).toBeUndefined();
});

const ODD = ['-2y', '+1y', '02', '10%', 'C-反应蛋白(CRP)测定', "it's", 'a:b', 'a#b', '- a', 'a ', ': a', '{}', '#a'];
const scalar = fc.oneof(fc.constantFrom(...ODD), fc.string({ maxLength: 8 }));
const key = fc.oneof(fc.constantFrom('a', 'b', 'med_list_codg', '三级'), fc.string({ minLength: 1, maxLength: 3 }));
const { map } = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
  map: fc.dictionary(key, tie('any'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
}));

it('never reads a text otherwise than the yaml package', () => {
  fc.assert(
    fc.property(map, fc.boolean(), (data, flow) => {
      const text = stringify(data, { schema: 'failsafe', collectionStyle: flow ? 'flow' : 'block', lineWidth: 40 });
      const quick = plainYaml(text);
      if (quick !== undefined) expect(quick).toEqual(inFull(text));
    }),
    { numRuns: 500 },
  );
});

it('never reads otherwise what somebody broke', () => {
  const signs = [' ', '  ', '-', ': ', ':', ',', '{', '}', '[', ']', '#', "'", '"', '\n', 'x', '&', '|'];
  const pieces = ['a', 'b: c', '- d', '{ e: f }', '[g, h]\n'];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...signs), fc.constantFrom(...pieces))), (parts) => {
      const text = parts.join('');
      const quick = plainYaml(text);
      if (quick !== undefined) expect(quick).toEqual(inFull(text));
    }),
    { numRuns: 2000 },
  );
});
