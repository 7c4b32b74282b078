import { codeList, type CodeList } from './dictionary.ts';
import { charactersOf } from './read-text.ts';
import { topNodes, type Field, type Node, type Side } from './table.ts';

/** A JSON Schema (2020-12), as OpenAPI 3.1 uses it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

const DATE_TIME = '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$';

const textSchema = (field: Field): JsonSchema => {
  const most = charactersOf(field.length);
  return { type: 'string', ...(Number.isFinite(most) && { maxLength: most }) };
};

const numberSchema = (field: Field): JsonSchema => ({
  type: field.scale === 0 ? 'integer' : 'number',
  ...(field.length !== undefined && { 'x-length': field.length }),
  ...(field.scale > 0 && { 'x-scale': field.scale }),
});

const SCHEMAS: Readonly<Record<Field['type'], (field: Field) => JsonSchema>> = {
  string: textSchema,
  number: numberSchema,
  date: () => ({ type: 'string', format: 'date' }),
  datetime: () => ({ type: 'string', pattern: DATE_TIME }),
  boolean: () => ({ type: 'boolean' }),
  bytes: () => ({ type: 'string', contentEncoding: 'base64' }),
  list: () => ({ type: 'array', items: {} }),
  object: () => ({ type: 'object' }),
};

/** `clr_type#2` → `clr_type.2`: names of components allow no `#`. */
export const componentOf = (list: CodeList): string => `codes.${list.key.replace('#', '.')}`;

const orNull = (schema: JsonSchema): JsonSchema => {
  if ('type' in schema) return { ...schema, type: [schema['type'], 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
};

const coded = (field: Field): JsonSchema | undefined => {
  const list = field.codes === undefined || field.type !== 'string' ? undefined : codeList(field.codes);
  return list === undefined ? undefined : { $ref: `#/components/schemas/${componentOf(list)}` };
};

/** Whatever is required may not be null; an answer prints null for what it does not have, a request may send it. */
const objectSchema = (properties: JsonSchema, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});

/** The schema of one side of a table: names, lengths, code lists and, field by field, the fidelity. */
export const sideSchema = (nodes: readonly Node[], side: Side): JsonSchema => {
  const fieldSchema = (field: Field): JsonSchema => {
    const node = nodes.find((one) => field.of !== undefined && one.name === field.of);
    const plain = node ? nodeSchema(node, field.type === 'list') : (coded(field) ?? SCHEMAS[field.type](field));
    const schema = field.required ? plain : orNull(plain);
    return { title: field.name, ...schema, 'x-fidelity': field.fidelity };
  };

  const propertiesOf = (fields: readonly Field[]): JsonSchema =>
    Object.fromEntries(fields.map((field) => [field.code, fieldSchema(field)]));

  const requiredOf = (fields: readonly Field[]): string[] =>
    fields.filter((field) => field.required || side === 'output').map((field) => field.code);

  const nodeSchema = (node: Node, many: boolean): JsonSchema => {
    const row = objectSchema(propertiesOf(node.fields), requiredOf(node.fields));
    return many ? { type: 'array', items: row } : row;
  };

  const top = topNodes(nodes);
  const bare = top.find((node) => node.name === '');
  if (bare?.many === true) return nodeSchema(bare, true);
  const named = top.filter((node) => node !== bare);
  const fields = bare?.fields ?? [];
  const isDue = (node: Node) => node.many || node.fields.some((field) => field.required);
  const properties = named.map((node): [string, JsonSchema] => {
    const schema = nodeSchema(node, node.many);
    return [node.name, { ...(isDue(node) ? schema : orNull(schema)), 'x-fidelity': node.fidelity }];
  });
  const due = named.filter((node) => isDue(node) || side === 'output').map((node) => node.name);
  return objectSchema({ ...propertiesOf(fields), ...Object.fromEntries(properties) }, [...requiredOf(fields), ...due]);
};

const byCode = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);

/** A code list as a schema: its values in the description, since local children of them are accepted as well. */
export const codesSchema = (list: CodeList): JsonSchema => {
  const values = [...list.codes].sort(byCode).map(([code, label]) => `${code} ${label}`);
  const clients = [...list.clients]
    .sort(byCode)
    .map(([code, label]) => `${code} ${label}（非规范所列，见于医院信息系统）`);
  return {
    type: 'string',
    title: list.name,
    description: `${[...values, ...clients].join('；')}。各地可在其下细分。`,
    'x-fidelity': 'documented',
    ...(list.clients.size > 0 && { 'x-clients': Object.fromEntries(list.clients) }),
  };
};
