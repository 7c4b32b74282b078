import { zh_CN } from '@faker-js/faker';

const { last_name, first_name } = zh_CN.person ?? {};

/** Block lists, one name a line: the plain YAML that the seeds are written in. */
const listed = (key: string, names: readonly string[]): string =>
  [`${key}:`, ...names.map((name) => `  - ${name}`)].join('\n');

/** Surnames and given names of the synthetic population, as faker lists them. Faker is no part of the product. */
export const namesFile = (): string =>
  `${[
    '# Names of the synthetic population: the zh_CN lists of @faker-js/faker (MIT), written by npm run generate.',
    '# Whoever bears one of them bears it by chance.',
    'status: sandbox',
    listed('surnames', last_name?.generic ?? []),
    listed('women', first_name?.female ?? []),
    listed('men', first_name?.male ?? []),
  ].join('\n')}\n`;
