import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { fold } from './table.ts';

/** Names of one thing. Without door or infnos it holds everywhere. */
type Group = {
  readonly names: readonly string[];
  readonly door?: string;
  readonly infnos?: readonly string[];
  readonly source: string;
};
type AliasFile = { readonly rule: string; readonly nodes: readonly Group[]; readonly fields: readonly Group[] };

let file: AliasFile | undefined;

const load = (): AliasFile =>
  (file ??= JSON.parse(readFileSync(join(projectRoot(), 'openapi', 'aliases.json'), 'utf8')) as AliasFile);

const holds = (group: Group, door: string, infno: string): boolean =>
  (group.door ?? door) === door && (group.infnos?.includes(infno) ?? true);

/** Other names, folded, under which clients send that field or node to that transaction. */
export const aliasesOf = (kind: 'nodes' | 'fields', name: string, door: string, infno: string): string[] =>
  load()
    [kind].filter((group) => holds(group, door, infno) && group.names.some((one) => fold(one) === fold(name)))
    .flatMap((group) => group.names.map(fold))
    .filter((other) => other !== fold(name));
