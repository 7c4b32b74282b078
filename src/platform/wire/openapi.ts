import { codeList, type CodeList } from './dictionary.ts';
import { codesSchema, componentOf, sideSchema, type JsonSchema } from './openapi-schema.ts';
import type { Field, Node, Table } from './table.ts';

/** What a transaction with behaviour adds to its table. */
export type Behaved = {
  readonly door: string;
  readonly infno: string;
  readonly needs: readonly string[];
  readonly examples?: readonly { readonly title: string; readonly input: object }[];
  readonly notes?: readonly string[];
  readonly differences?: readonly string[];
};

/** What is the same for all messages of a door. */
export type DoorPage = {
  readonly door: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** Path of the door, the number of the transaction comes behind it. */
  readonly path: string;
  /** The envelope of the examples. */
  readonly envelope: object;
  /** What its envelope calls number, input and output; absent: infno, input, output. */
  readonly names?: { readonly infno: string; readonly input: string; readonly output: string };
  /** How it says yes and no; absent: by infcode. */
  readonly says?: string;
  /** How who sends signs in; absent: the envelope alone says who it is. */
  readonly signIn?: { readonly name: string; readonly scheme: JsonSchema };
};

const NAMES = { infno: 'infno', input: 'input', output: 'output' };

const requestOf = (page: DoorPage, table: Table, behaved: Behaved | undefined): JsonSchema => {
  const names = page.names ?? NAMES;
  const examples = (behaved?.examples ?? []).map(({ title, input }, index): [string, JsonSchema] => [
    `example-${index + 1}`,
    { summary: title, value: { [names.infno]: table.infno, ...page.envelope, [names.input]: input } },
  ]);
  const input = { title: '交易输入', ...sideSchema(table.input, 'input') };
  const properties = { [names.infno]: { type: 'string', const: table.infno }, [names.input]: input };
  const schema = {
    allOf: [{ $ref: '#/components/schemas/request' }, { type: 'object', properties, required: [names.input] }],
  };
  const content = { schema, ...(examples.length > 0 && { examples: Object.fromEntries(examples) }) };
  return { required: true, content: { 'application/json': content } };
};

const answerOf = ({ names = NAMES, says }: DoorPage, table: Table): JsonSchema => {
  const answered = sideSchema(table.output, 'output');
  const none = { title: '交易输出', type: 'null' };
  const output = table.output.length === 0 ? none : { title: '交易输出', anyOf: [answered, { type: 'null' }] };
  const properties = { [names.output]: output };
  const schema = { allOf: [{ $ref: '#/components/schemas/response' }, { type: 'object', properties }] };
  const description = says ?? '成功 infcode 0，失败 infcode -1';
  return { '200': { description, content: { 'application/json': { schema } } } };
};

const paragraphs = (table: Table, behaved: Behaved | undefined): string =>
  [
    `来源：${table.source}。`,
    ...(behaved?.notes ?? []),
    ...(behaved?.differences ?? []).map((text) => `与真实平台不同：${text}`),
  ].join('\n\n');

const groupOf = (table: Table): string => table.chapter.split(' / ')[0] ?? table.chapter;

const operationOf = (page: DoorPage, table: Table, behaved: Behaved | undefined): JsonSchema => ({
  operationId: `${table.door}-${table.infno}`,
  summary: `${table.infno} ${table.name}`,
  description: paragraphs(table, behaved),
  tags: [groupOf(table)],
  'x-fidelity': table.fidelity,
  'x-behaviour': behaved !== undefined,
  ...(behaved !== undefined && { 'x-needs': behaved.needs }),
  requestBody: requestOf(page, table, behaved),
  responses: answerOf(page, table),
});

const listsOf = (nodes: readonly Node[]): (CodeList | undefined)[] => {
  const fields: readonly Field[] = nodes.flatMap((node) => node.fields);
  return fields.map((field) =>
    field.codes === undefined || field.type !== 'string' ? undefined : codeList(field.codes),
  );
};

const componentsOf = (tables: readonly Table[], envelope: Table): JsonSchema => {
  const lists = [envelope, ...tables].flatMap((table) => [...listsOf(table.input), ...listsOf(table.output)]);
  const used = [...new Set(lists)].filter((list) => list !== undefined);
  const codes = used.map((list): [string, JsonSchema] => [componentOf(list), codesSchema(list)]);
  return {
    schemas: {
      request: sideSchema(envelope.input, 'input'),
      response: sideSchema(envelope.output, 'output'),
      ...Object.fromEntries(codes.sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
};

/** The OpenAPI 3.1 document of a door: one operation for each of its tables, whether or not it has behaviour. Pure. */
export const openApiOf = (
  page: DoorPage,
  tables: readonly Table[],
  envelope: Table,
  behaved: readonly Behaved[],
): JsonSchema => {
  const find = (table: Table) => behaved.find((one) => one.door === page.door && one.infno === table.infno);
  const paths = tables.map((table): [string, JsonSchema] => [
    `${page.path}/${table.infno}`,
    { post: operationOf(page, table, find(table)) },
  ]);
  const groups = [...new Set(tables.map(groupOf))];
  return {
    openapi: '3.1.0',
    info: { title: page.title, version: page.version, description: page.description },
    servers: [{ url: '/', description: '沙箱' }],
    security: page.signIn ? [{ [page.signIn.name]: [] }] : [],
    tags: groups.map((name) => ({ name, description: name })),
    paths: Object.fromEntries(paths),
    components: {
      ...(page.signIn && { securitySchemes: { [page.signIn.name]: page.signIn.scheme } }),
      ...componentsOf(tables, envelope),
    },
  };
};
