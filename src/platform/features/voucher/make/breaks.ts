import { FILE_BREAKS } from './breaks/files.ts';
import { KIND_BREAKS } from './breaks/kinds.ts';
import { MESSAGE_BREAKS } from './breaks/message.ts';
import { PACKAGE_BREAKS } from './breaks/package.ts';
import { VALUE_BREAKS } from './breaks/values.ts';
import type { Break } from './breaks/break.ts';

/** Every error case that a batch can be made with. */
export const BREAKS: readonly Break[] = [
  ...MESSAGE_BREAKS,
  ...PACKAGE_BREAKS,
  ...FILE_BREAKS,
  ...VALUE_BREAKS,
  ...KIND_BREAKS,
];
