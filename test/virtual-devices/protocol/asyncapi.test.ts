import { describe, expect, it } from 'vitest';
import { asyncApi, EXAMPLES } from '../../../src/virtual-devices/protocol/asyncapi.ts';
import { command, COMMAND_NAMES, event, hello, reply } from '../../../src/virtual-devices/protocol/messages.ts';

const document = asyncApi('0.0.0');

/** Every pointer of a document. */
const pointers = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === '$ref' ? [String(each)] : pointers(each)));
};

const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

describe('the AsyncAPI document', () => {
  it('points nowhere but into itself', () => {
    const all = pointers(document);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((pointer) => at(pointer) === undefined)).toEqual([]);
  });

  it('names every command with its parameters', () => {
    const { schemas } = document['components'] as { schemas: Record<string, unknown> };
    expect(Object.keys(schemas)).toEqual(['device', ...COMMAND_NAMES.map((name) => `params.${name}`)]);
  });

  it('has examples that are messages', () => {
    for (const each of EXAMPLES.command) expect(command.safeParse(each).success).toBe(true);
    for (const each of EXAMPLES.reply) expect(reply.safeParse(each).success).toBe(true);
    for (const each of EXAMPLES.event) expect(event.safeParse(each).success).toBe(true);
    for (const each of EXAMPLES.hello) expect(hello.safeParse(each).success).toBe(true);
  });
});
